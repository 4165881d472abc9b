package be.vakoogst.folder;

import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Discovery;
import be.vakoogst.extract.RawRecord;
import be.vakoogst.extract.Sayings;
import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.failure.Stage;
import be.vakoogst.fetch.Body;
import be.vakoogst.fetch.Reference;
import be.vakoogst.source.Source;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/** One walk through a folder: the rows of its sheet, then the documents that no row names; each step is one. For one thread. */
final class FolderWalk implements Iterator<List<Discovered>>, AutoCloseable {

    private final Source source;
    private final Uploads uploads;
    private final URI folder;
    private final Optional<URI> base;
    private final Optional<String> wantedSheet;
    private final Deque<Sheet.Row> rows = new ArrayDeque<>();
    private Optional<Shelf> shelf = Optional.empty();
    private Contents contents = new Contents(List.of(), Optional.empty());
    private List<RawRecord.Notice> notices = List.of();
    private boolean opened;
    private boolean broken;
    private boolean ended;

    FolderWalk(Discovery discovery, Uploads uploads) {
        Map<String, Object> options = discovery.source().connector().options();
        this.source = discovery.source();
        this.uploads = uploads;
        this.folder = source.connector().url();
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
        List<Discovered> found = new ArrayList<>();
        if (uploads.feed(source) && uploads.documents(source.id()).isEmpty()) {
            return List.of(broken("", Reason.EMPTY, "nothing was uploaded for this source yet"));
        }
        try {
            Shelf opening = Shelf.open(uploads.feed(source) ? uploads.shelf(source.id()) : Path.of(folder));
            shelf = Optional.of(opening);
            contents = Contents.of(opening, wantedSheet);
            Sheet sheet = contents.sheet().isPresent()
                    ? sheet(opening, contents.sheet().get(), found)
                    : Sheet.NONE;
            rows.addAll(sheet.rows());
            contents.besides(sheet.rows().stream().flatMap(row -> row.file().stream())).stream()
                    .map(Sheet.Row::unnamed)
                    .forEach(rows::add);
            if (contents.size() > Shelf.MOST_DOCUMENTS) {
                found.add(broken("", Reason.TOO_MANY, "more than " + Shelf.MOST_DOCUMENTS + " documents"));
            }
        } catch (IOException | IllegalArgumentException e) {
            found.add(broken("", reason(e), e.getClass().getSimpleName() + ": " + e.getMessage()));
        }
        return found;
    }

    private static Reason reason(Exception e) {
        return switch (e) {
            case NoSuchFileException _ -> Reason.NOT_FOUND;
            case AccessDeniedException _ -> Reason.FORBIDDEN;
            case Shelf.TooLarge _ -> Reason.TOO_LARGE;
            default -> Reason.UNREADABLE;
        };
    }

    /** Where a sheet breaks off, its rows before that count, and the documents are read without it. */
    private Sheet sheet(Shelf from, String name, List<Discovered> found) {
        try {
            Optional<Body> body = from.read(name);
            if (body.isEmpty()) {
                found.add(broken(name, Reason.NOT_FOUND, "there is no such sheet"));
                return Sheet.NONE;
            }
            Sheet sheet = SheetReading.read(name, body.get());
            body.get().close();
            sheet.fault().ifPresent(fault -> found.add(broken(name, Reason.UNREADABLE, fault)));
            notices = notices(name, sheet.odd());
            return sheet;
        } catch (IOException e) {
            found.add(broken(name, reason(e), String.valueOf(e.getMessage())));
            return Sheet.NONE;
        }
    }

    private static List<RawRecord.Notice> notices(String where, List<String> odd) {
        return odd.stream()
                .map(sentence -> new RawRecord.Notice(where, sentence))
                .toList();
    }

    private Discovered document(Sheet.Row row) {
        String shown = row.file().orElseGet(() -> contents.sheet().orElse("sheet") + ", " + row.place());
        Optional<String> name = row.number() == 0 ? row.file() : row.file().flatMap(contents::meant);
        if (row.file().isPresent() && name.isEmpty()) {
            return broken(shown, Reason.NOT_FOUND, row.place() + " of the sheet names it");
        }
        if (name.filter(DocumentName::leadsOutside).isPresent()) {
            return broken(shown, Reason.BAD_URL, "leads outside the folder");
        }
        Optional<URI> url = row.url().flatMap(Sayings::address).or(() -> name.flatMap(this::published));
        if (url.isEmpty() && row.url().isPresent()) {
            return broken(shown, Reason.BAD_URL, "'" + row.url().get() + "' is no address");
        }
        if (url.isEmpty()) {
            return broken(shown, Reason.NO_URL, "give it a url in the sheet, or connector.baseUrl to the source");
        }
        return found(row, url.get(), name, shown);
    }

    private Discovered found(Sheet.Row row, URI url, Optional<String> name, String shown) {
        try {
            Optional<Body> body = name.isPresent() ? shelf.orElseThrow().read(name.get()) : Optional.empty();
            return name.isPresent() && body.isEmpty()
                    ? broken(shown, Reason.NOT_FOUND, "is no longer there")
                    : FolderItems.found(row, url, name, body, told(row));
        } catch (IOException e) {
            return broken(shown, reason(e), String.valueOf(e.getMessage()));
        }
    }

    /** Of the sheet with its first row, of a cell with its own. */
    private List<RawRecord.Notice> told(Sheet.Row row) {
        Stream<RawRecord.Notice> ofSheet = row.number() == 1 ? notices.stream() : Stream.of();
        return Stream.concat(ofSheet, notices(row.place(), row.odd()).stream()).toList();
    }

    private Optional<URI> published(String name) {
        if (base.isEmpty() && uploads.feed(source)) {
            return Optional.of(uploads.published(source.id(), name));
        }
        try {
            String path = new URI(null, null, "/" + name, null).getRawPath().substring(1);
            return base.flatMap(start -> Reference.resolve(start, "./" + path));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private Discovered broken(String name, Reason reason, String detail) {
        broken = true;
        return new Discovered.Broken(
                new Failure(named(name), Stage.DISCOVER, reason, name.isEmpty() ? detail : name + ": " + detail));
    }

    /** The document within the folder, as its fragment. */
    private URI named(String name) {
        try {
            return name.isEmpty() ? folder : new URI(folder.getScheme(), folder.getSchemeSpecificPart(), name);
        } catch (URISyntaxException e) {
            return folder;
        }
    }

    @Override
    public void close() throws IOException {
        if (shelf.isPresent()) {
            shelf.get().close();
        }
    }
}
