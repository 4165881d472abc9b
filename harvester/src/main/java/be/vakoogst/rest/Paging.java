package be.vakoogst.rest;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How the next part of a list is asked for.
 *
 * @param parameter counts, or takes the cursor
 * @param start the first page or offset
 * @param at where the answer holds the cursor or the next address
 * @param total where the answer holds the number of items
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

    enum Style {
        NONE,
        PAGE,
        OFFSET,
        CURSOR,
        LINK,
        NEXT;

        /** Whether we count ourselves, so that a list that shifts meanwhile moves items past us. */
        boolean counts() {
            return this == PAGE || this == OFFSET;
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
}
