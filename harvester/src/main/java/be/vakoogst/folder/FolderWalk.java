package be.vakoogst.folder;

import be.vakoogst.connector.Checkpoint;
import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Discovery;
import be.vakoogst.connector.Item;
import be.vakoogst.connector.ItemKey;
import be.vakoogst.extract.Field;
import be.vakoogst.extract.RawRecord;
import be.vakoogst.extract.Sayings;
import be.vakoogst.extract.Syntax;
import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.failure.Stage;
import be.vakoogst.fetch.Body;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Validators;
import be.vakoogst.xml.XmlText;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;

/** One walk through a folder: the rows of its sheet, then the documents that no row names; each step is one. For one thread. */
final class FolderWalk implements Iterator<List<Discovered>>, AutoCloseable {

    private static final List<String> SHEETS = List.of("metadata.csv", "metadata.json");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html",
            "htm", "text/html",
            "txt", "text/plain",
            "pdf", "application/pdf",
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "mp4", "video/mp4",
            "mp3", "audio/mpeg",
            "zip", "application/zip");

    private final URI folder;
    private final Optional<URI> base;
    private final Optional<String> wantedSheet;
    private final Deque<Sheet.Row> rows = new ArrayDeque<>();
    private Optional<Shelf> shelf = Optional.empty();
    private boolean opened;
    private boolean broken;
    private boolean ended;

    FolderWalk(Discovery discovery) {
        Map<String, Object> options = discovery.source().connector().options();
        this.folder = discovery.source().connector().url();
        this.base = Optional.ofNullable(options.get("baseUrl"))
                .map(Object::toString)
                .map(url -> URI.create(url.endsWith("/") ? url : url + "/"));
        this.wantedSheet = Optional.ofNullable(options.get("sheet")).map(Object::toString);
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    @Override
    public List<Discovered> next() {
        if (ended) {
            throw new NoSuchElementException();
        }
        if (!opened) {
            return open();
        }
        if (rows.isEmpty()) {
            ended = true;
            return broken ? List.of() : List.of(new Discovered.Complete());
        }
        return List.of(document(rows.poll()));
    }

    private List<Discovered> open() {
        opened = true;
        try {
            Shelf opening = Shelf.open(Path.of(folder));
            shelf = Optional.of(opening);
            List<String> names = opening.names();
            Sheet sheet = sheet(opening, names);
            rows.addAll(sheet.rows());
            rows.addAll(unnamed(names, sheet));
            return List.of();
        } catch (IOException | IllegalArgumentException | JacksonException e) {
            return List.of(broken("", Reason.UNREADABLE, e.getClass().getSimpleName() + ": " + e.getMessage()));
        }
    }

    private Sheet sheet(Shelf from, List<String> names) throws IOException {
        Optional<String> name =
                wantedSheet.or(() -> SHEETS.stream().filter(names::contains).findFirst());
        if (name.isEmpty()) {
            return Sheet.NONE;
        }
        byte[] bytes = from.read(name.get()).orElseThrow(() -> new IOException("there is no sheet " + name.get()));
        String text = XmlText.of(bytes, Optional.empty());
        return name.get().toLowerCase(Locale.ROOT).endsWith(".json") ? Sheet.json(text) : Sheet.csv(text);
    }

    private List<Sheet.Row> unnamed(List<String> names, Sheet sheet) {
        Set<String> named = new HashSet<>(SHEETS);
        wantedSheet.ifPresent(named::add);
        sheet.rows().forEach(row -> row.file().ifPresent(named::add));
        List<Sheet.Row> rest = new ArrayList<>();
        names.stream()
                .filter(name -> !named.contains(name))
                .forEach(name -> rest.add(new Sheet.Row(0, Optional.of(name), Optional.empty(), Map.of())));
        return rest;
    }

    private Discovered document(Sheet.Row row) {
        try {
            Optional<URI> url = address(row);
            if (url.isEmpty()) {
                return broken(
                        row.file().orElse("row " + row.number()),
                        Reason.NO_URL,
                        "give it a url in the sheet, or connector.baseUrl to the source");
            }
            return found(row, url.get());
        } catch (IOException e) {
            return broken(row.file().orElse("row " + row.number()), Reason.UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    private Optional<URI> address(Sheet.Row row) {
        return row.url()
                .flatMap(Sayings::address)
                .or(() -> base.flatMap(start -> row.file().flatMap(name -> within(start, name))));
    }

    private static Optional<URI> within(URI base, String name) {
        try {
            return Optional.of(base.resolve(new URI(null, null, name, null).getRawPath()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private Discovered found(Sheet.Row row, URI url) throws IOException {
        Optional<byte[]> bytes =
                row.file().isPresent() ? shelf.orElseThrow().read(row.file().get()) : Optional.empty();
        if (row.file().isPresent() && bytes.isEmpty()) {
            return broken(row.file().get(), Reason.NOT_FOUND, "row " + row.number() + " of the sheet names it");
        }
        String type = row.file().map(FolderWalk::type).orElse("");
        boolean page = type.equals("text/html");
        RawRecord listed = new RawRecord(url, say(row, url, type, page), List.of());
        Item item = new Item(
                new ItemKey(row.file().orElse(url.toString())),
                url,
                listed,
                "",
                page ? Optional.of(url) : Optional.empty(),
                Checkpoint.START);
        return new Discovered.Found(
                item,
                bytes.filter(there -> page)
                        .map(body -> new Fetched.Fresh(
                                url, Body.of(body), type, Optional.empty(), Validators.NONE, Map.of())));
    }

    private static List<be.vakoogst.extract.Statement> say(Sheet.Row row, URI url, String type, boolean page) {
        Sayings sayings = new Sayings(Syntax.SELECTOR, row.number() == 0 ? "file" : "row " + row.number());
        row.values()
                .forEach((field, values) -> values.forEach(value -> sayings.plain(field, value, url, field.code())));
        if (!page && !row.values().containsKey(Field.TITLE)) {
            row.file().ifPresent(name -> sayings.text(Field.TITLE, titled(name), "file name"));
        }
        if (!page && !type.isEmpty()) {
            sayings.media(url, Optional.of(type), Optional.empty(), "file");
        }
        return sayings.all();
    }

    /** {@code 03_veilig-lassen.pdf → 03 veilig lassen}. */
    private static String titled(String name) {
        return name.replaceFirst("^.*/", "")
                .replaceFirst("\\.[A-Za-z0-9]{1,5}$", "")
                .replaceAll("[_-]+", " ")
                .strip();
    }

    private static String type(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0
                ? "application/octet-stream"
                : TYPES.getOrDefault(name.substring(dot + 1).toLowerCase(Locale.ROOT), "application/octet-stream");
    }

    private Discovered broken(String name, Reason reason, String detail) {
        broken = true;
        return new Discovered.Broken(
                new Failure(folder, Stage.DISCOVER, reason, name.isEmpty() ? detail : name + ": " + detail));
    }

    @Override
    public void close() throws IOException {
        if (shelf.isPresent()) {
            shelf.get().close();
        }
    }
}
