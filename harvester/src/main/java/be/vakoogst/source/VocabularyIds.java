package be.vakoogst.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Which ids of the vocabularies beside the sources a source may name. Where there is no vocabulary, nothing is said against any. */
final class VocabularyIds {

    /** Only the ids are wanted of files that are read at every look. */
    private static final Pattern TERM = Pattern.compile("^- \\{?\\s*id:\\s*([A-Za-z0-9._-]+)");

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    private final Path folder;

    VocabularyIds(Path folder) {
        this.folder = folder;
    }

    /** What of a source's defaults stands in no vocabulary. */
    List<WrongValue> unknown(JsonNode defaults) {
        List<WrongValue> unknown = new ArrayList<>();
        check(defaults.path("trades"), "/defaults/trades", "trades.yml", unknown);
        check(defaults.path("audience"), "/defaults/audience", "audiences.yml", unknown);
        JsonNode licence = defaults.path("licence");
        if (!ADDRESS.matcher(licence.asString("")).matches()) {
            check(licence, "/defaults/licence", "licences.yml", unknown);
        }
        return unknown;
    }

    private void check(JsonNode stated, String pointer, String vocabulary, List<WrongValue> unknown) {
        List<String> values = (stated.isArray() ? stated.values().stream() : Stream.of(stated))
                .map(value -> value.asString(""))
                .filter(value -> !value.isEmpty())
                .toList();
        List<String> known = values.isEmpty() ? List.of() : ids(folder.resolve(vocabulary));
        if (!known.isEmpty()) {
            values.stream()
                    .filter(value -> !known.contains(value))
                    .forEach(value -> unknown.add(new WrongValue(
                            pointer, "names '" + value + "' and may name only " + String.join(", ", known))));
        }
    }

    private static List<String> ids(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.map(TERM::matcher)
                    .filter(Matcher::find)
                    .map(term -> term.group(1))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
