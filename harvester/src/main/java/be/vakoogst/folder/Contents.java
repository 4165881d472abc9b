package be.vakoogst.folder;

import java.io.IOException;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The documents of a shelf and the sheet among them. Names are found whatever their case and however their accents are composed. */
final class Contents {

    private static final List<String> SHEETS = List.of("metadata.csv", "metadata.json", "metadata.xlsx");

    private final Map<String, String> byForm = new LinkedHashMap<>();
    private final Optional<String> sheet;

    /** @param wanted the sheet that the source names; without it the usual ones are looked for, also within one folder of all */
    Contents(List<String> names, Optional<String> wanted) {
        names.forEach(name -> byForm.putIfAbsent(form(name), name));
        this.sheet = wanted.map(this::orAsItIs).or(this::usual);
    }

    private String orAsItIs(String name) {
        return find(name).orElse(name);
    }

    private Optional<String> usual() {
        Optional<String> atTheTop =
                SHEETS.stream().flatMap(name -> find(name).stream()).findFirst();
        List<String> below = byForm.entrySet().stream()
                .filter(entry -> SHEETS.stream().anyMatch(name -> entry.getKey().endsWith("/" + name)))
                .map(Map.Entry::getValue)
                .toList();
        return atTheTop.or(() -> below.size() == 1 ? Optional.of(below.getFirst()) : Optional.empty());
    }

    /** Whether a document is called as sheets are. */
    static boolean isSheet(String name) {
        return SHEETS.contains(form(name).replaceFirst("^.*/", ""));
    }

    private static String form(String name) {
        String slashes = name.replace('\\', '/').replaceFirst("^(\\./)+", "");
        return Normalizer.normalize(slashes, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private Optional<String> find(String name) {
        return Optional.ofNullable(byForm.get(form(name)));
    }

    Optional<String> sheet() {
        return sheet;
    }

    /** The document that a row means, beside its sheet. */
    Optional<String> meant(String file) {
        String folder = sheet.map(name -> name.replaceFirst("[^/]*$", "")).orElse("");
        return find(folder + file).or(() -> find(file));
    }

    /** The documents that no row names. */
    List<String> besides(Stream<String> named) {
        Set<String> rest = new LinkedHashSet<>(byForm.values());
        sheet.ifPresent(rest::remove);
        named.flatMap(file -> meant(file).stream()).forEach(rest::remove);
        return List.copyOf(rest);
    }

    static Contents of(Shelf shelf, Optional<String> wanted) throws IOException {
        return new Contents(shelf.names(), wanted);
    }

    int size() {
        return byForm.size();
    }
}
