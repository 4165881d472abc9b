package be.vakoogst.oai;

import be.vakoogst.source.ConnectorSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.convert.DurationStyle;

/**
 * What a source's YAML may say to this connector.
 *
 * @param metadataPrefix the format; empty: the richest one the repository offers
 * @param sets only these; empty: everything
 * @param window how much time one list may span; empty: everything in one list
 * @param parts at most so many requests for parts of lists
 * @param sayings by setSpec, what belonging to that set says of a record: field code to values
 */
record OaiSettings(
        Optional<String> metadataPrefix,
        List<String> sets,
        Optional<Duration> window,
        int parts,
        Map<String, Map<String, List<String>>> sayings) {

    private static final int MOST_PARTS = 100_000;

    static OaiSettings of(ConnectorSettings connector) {
        Map<String, Object> options = connector.options();
        return new OaiSettings(
                Optional.ofNullable(options.get("metadataPrefix")).map(Object::toString),
                texts(options.get("set")),
                Optional.ofNullable(options.get("window")).map(text -> DurationStyle.SIMPLE.parse(text.toString())),
                ((Number) options.getOrDefault("parts", MOST_PARTS)).intValue(),
                sayings(options.get("sets")));
    }

    /** What belonging to a set says; a record in {@code hout:meubel} is in {@code hout} too (section 2.6). */
    List<Map<String, List<String>>> saidBy(String set) {
        return sayings.entrySet().stream()
                .filter(entry -> set.equals(entry.getKey()) || set.startsWith(entry.getKey() + ":"))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Map<String, Map<String, List<String>>> sayings(@org.jspecify.annotations.Nullable Object sets) {
        Map<String, Map<String, List<String>>> sayings = new java.util.LinkedHashMap<>();
        if (sets instanceof Map<?, ?> bySet) {
            bySet.forEach((set, fields) -> {
                Map<String, List<String>> values = new java.util.LinkedHashMap<>();
                ((Map<?, ?>) fields).forEach((field, value) -> values.put(field.toString(), texts(value)));
                sayings.put(set.toString(), values);
            });
        }
        return sayings;
    }

    private static List<String> texts(@org.jspecify.annotations.Nullable Object value) {
        if (value instanceof List<?> list) {
            List<String> texts = new ArrayList<>();
            list.forEach(one -> texts.add(String.valueOf(one)));
            return texts;
        }
        return value == null ? List.of() : List.of(value.toString());
    }
}
