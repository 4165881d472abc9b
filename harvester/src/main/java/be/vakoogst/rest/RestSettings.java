package be.vakoogst.rest;

import be.vakoogst.source.ConnectorSettings;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a source's YAML says to this connector. Places are JSON Pointers (RFC 6901), in XML along the names of elements.
 *
 * @param items the list in an answer
 * @param jsonLd whether the answer is a page, which says the list in JSON-LD: places begin with a type then
 * @param key what names an item for ever
 * @param link the address where it is read
 * @param linkTemplate or how that is made of the item
 * @param page whether the page there is read too
 * @param fields by field code, where an item or its detail says it
 * @param detail the address of a second request for each item
 * @param version what changes whenever an item does, such as an etag or a date: where the list still says the same of an item, its detail is not asked for
 * @param deleted what tells that an item is gone
 */
record RestSettings(
        String items,
        boolean jsonLd,
        String key,
        Optional<String> link,
        Optional<String> linkTemplate,
        boolean page,
        Map<String, List<String>> fields,
        Optional<String> detail,
        Optional<String> version,
        Optional<String> deleted,
        Paging paging,
        Optional<Since> since,
        Map<String, String> auth) {

    /**
     * How to ask only for what changed.
     *
     * @param compare a listing that names every item, by which it is seen what is gone; empty: only whole runs see that
     */
    record Since(String parameter, Optional<String> format, Optional<URI> compare) {

        /** An hour before the last run began: clocks differ and writes take time. */
        String date(Instant last) {
            Instant from = last.minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
            return format.map(pattern -> DateTimeFormatter.ofPattern(pattern).format(from.atOffset(ZoneOffset.UTC)))
                    .orElse(from.toString());
        }
    }

    static RestSettings of(ConnectorSettings connector) {
        Map<String, Object> options = connector.options();
        return new RestSettings(
                options.getOrDefault("items", "").toString(),
                Boolean.TRUE.equals(options.get("jsonLd")),
                options.getOrDefault("key", "/id").toString(),
                text(options.get("link")),
                text(options.get("linkTemplate")),
                Boolean.TRUE.equals(options.get("page")),
                fields(options.get("fields")),
                text(options.get("detail")),
                text(options.get("version")),
                text(options.get("deleted")),
                Paging.of(section(options.get("paging"))),
                since(section(options.get("since"))),
                section(options.get("auth")));
    }

    private static Optional<Since> since(Map<String, String> section) {
        return Optional.ofNullable(section.get("parameter"))
                .map(parameter -> new Since(
                        parameter,
                        Optional.ofNullable(section.get("format")),
                        Optional.ofNullable(section.get("compare")).map(URI::create)));
    }

    private static Optional<String> text(@Nullable Object value) {
        return Optional.ofNullable(value).map(Object::toString);
    }

    private static Map<String, String> section(@Nullable Object value) {
        Map<String, String> section = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> entries) {
            entries.forEach((key, entry) -> section.put(key.toString(), String.valueOf(entry)));
        }
        return section;
    }

    private static Map<String, List<String>> fields(@Nullable Object value) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> entries) {
            entries.forEach((field, places) -> fields.put(field.toString(), texts(places)));
        }
        return fields;
    }

    private static List<String> texts(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<String> texts = new ArrayList<>();
            list.forEach(one -> texts.add(String.valueOf(one)));
            return texts;
        }
        return List.of(String.valueOf(value));
    }
}
