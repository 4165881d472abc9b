package be.vakoogst.coverage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A chart of counts, each bar with a link to the records behind it. What templates call is public.
 *
 * @param title key of the page's texts
 */
record Bars(String title, List<Bar> bars) {

    private static final String RECORDS = "/operate/coverage/records";
    private static final int WIDEST = 200;
    private static final int MOST = 40;

    /** @param width of the widest possible bar's 200 */
    public record Bar(String label, long count, long width, String link) {}

    /** A chart by each dimension of a part. */
    static List<Bars> of(Part part, Map<String, String> narrowed) {
        return Coverage.SHOWN.stream()
                .map(dimension -> of(dimension.code(), part.values(dimension.code()), narrowed))
                .toList();
    }

    /** @param narrowed parameters that lead to the records of the part that this is about */
    static Bars of(String dimension, List<Part.Value> values, Map<String, String> narrowed) {
        long most = Math.max(
                1, values.stream().mapToLong(Part.Value::resources).max().orElse(1));
        return new Bars(
                "coverage.dimension." + dimension,
                values.stream()
                        .limit(MOST)
                        .map(value -> new Bar(
                                value.label(),
                                value.resources(),
                                value.resources() == 0 ? 0 : Math.max(2, WIDEST * value.resources() / most),
                                link(narrowed, dimension, value.value())))
                        .toList());
    }

    private static String link(Map<String, String> narrowed, String dimension, String value) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(RECORDS);
        narrowed.forEach((name, given) -> link.queryParam(name, "{" + name + "}"));
        link.queryParam(dimension, "{of-" + dimension + "}");
        Map<String, String> values = new HashMap<>(narrowed);
        values.put("of-" + dimension, value);
        return link.encode().buildAndExpand(values).toUriString();
    }
}
