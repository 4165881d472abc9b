package be.vakoogst.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the next part of a list is asked for.
 *
 * @param parameter counts, or takes the cursor
 * @param start the first page or offset
 * @param at where the answer holds the cursor or the next address
 * @param total where the answer holds the number of items: a JSON Pointer or the name of a header
 * @param limit at most so many parts
 */
record Paging(
        Style style,
        String parameter,
        int start,
        Optional<String> sizeParameter,
        int size,
        String at,
        Optional<String> total,
        int limit) {

    private static final List<String> TOTALS = List.of("x-wp-total", "x-total-count", "x-total");

    enum Style {
        NONE,
        PAGE,
        OFFSET,
        CURSOR,
        LINK,
        NEXT;

        /** Whether we count ourselves. */
        boolean counts() {
            return this == PAGE || this == OFFSET;
        }

        /** Whether the answer names the address of the next part. */
        boolean follows() {
            return this == LINK || this == NEXT;
        }
    }

    static Paging of(Map<String, String> yaml) {
        Style style = Style.valueOf(yaml.getOrDefault("style", "none").toUpperCase(Locale.ROOT));
        return new Paging(
                style,
                yaml.getOrDefault("parameter", style.name().toLowerCase(Locale.ROOT)),
                Integer.parseInt(yaml.getOrDefault("start", style == Style.PAGE ? "1" : "0")),
                Optional.ofNullable(yaml.get("sizeParameter")),
                Integer.parseInt(yaml.getOrDefault("size", "100")),
                yaml.getOrDefault("at", "/next"),
                Optional.ofNullable(yaml.get("total")),
                Integer.parseInt(yaml.getOrDefault("limit", "10000")));
    }

    /** How many items the listing has; in the headers that WordPress and others send, also where the source does not name them. */
    Optional<String> totalIn(Answer.Tree part) {
        return total.filter(place -> place.startsWith("/"))
                .flatMap(pointer -> Pointers.text(part.root(), pointer))
                .or(() -> Stream.concat(total.stream(), TOTALS.stream())
                        .flatMap(part::header)
                        .findFirst());
    }
}
