package be.vakoogst.folder;

import be.vakoogst.connector.Checkpoint;
import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Item;
import be.vakoogst.connector.ItemKey;
import be.vakoogst.extract.Field;
import be.vakoogst.extract.JunkTitle;
import be.vakoogst.extract.RawRecord;
import be.vakoogst.extract.Sayings;
import be.vakoogst.extract.Statement;
import be.vakoogst.extract.Syntax;
import be.vakoogst.fetch.Body;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Validators;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** From a row and its document to an item. */
final class FolderItems {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html"),
            Map.entry("htm", "text/html"),
            Map.entry("txt", "text/plain"),
            Map.entry("md", "text/markdown"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Map.entry("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Map.entry("odt", "application/vnd.oasis.opendocument.text"),
            Map.entry("epub", "application/epub+zip"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("h5p", "application/x-h5p"),
            Map.entry("zip", "application/zip"));

    private static final String UNKNOWN = "application/octet-stream";

    private FolderItems() {}

    /**
     * @param name of the document; empty for a row that gives an address only, whose page is then asked for
     * @param notices what is odd about the row, or the sheet
     */
    static Discovered found(
            Sheet.Row row, URI url, Optional<String> name, Optional<Body> body, List<RawRecord.Notice> notices) {
        String type = name.map(FolderItems::type).orElse("");
        Sayings sayings = new Sayings(Syntax.SELECTOR, row.place());
        row.values()
                .forEach((field, values) -> values.forEach(value -> sayings.plain(field, value, url, field.code())));
        if (name.isPresent() && !type.equals("text/html")) {
            sayings.media(url, Optional.of(type).filter(known -> !known.equals(UNKNOWN)), Optional.empty(), "file");
        }
        Item item = new Item(
                new ItemKey(name.orElse(url.toString())),
                url,
                new RawRecord(
                        url,
                        Stream.concat(sayings.all().stream(), called(row, name).stream())
                                .toList(),
                        notices),
                "",
                name.isEmpty() || type.equals("text/html") ? Optional.of(url) : Optional.empty(),
                Checkpoint.START);
        return new Discovered.Found(
                item,
                body.map(bytes -> new Fetched.Fresh(url, bytes, type, Optional.empty(), Validators.NONE, Map.of())));
    }

    /** What a file is called is believed last: the document itself knows better. */
    private static List<Statement> called(Sheet.Row row, Optional<String> name) {
        Sayings called = new Sayings(Syntax.FILE_NAME, "file");
        name.filter(file -> !row.values().containsKey(Field.TITLE))
                .map(JunkTitle::ofFile)
                .ifPresent(words -> called.text(Field.TITLE, words, "name"));
        return called.all();
    }

    /** By what its name ends with. */
    static String type(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT), UNKNOWN);
    }
}
