package be.vakoogst.listing;

import be.vakoogst.source.ConnectorSettings;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a source's YAML may say to this connector, in CSS selectors.
 *
 * @param item one entry of the list
 * @param link its link, within the entry
 * @param fields by field code, within the entry
 * @param next the link to the next page of the list
 * @param pages at most so many
 */
record ListingSettings(String item, String link, Map<String, String> fields, String next, int pages) {

    static ListingSettings of(ConnectorSettings connector) {
        Map<String, Object> options = connector.options();
        Map<String, String> fields = new LinkedHashMap<>();
        if (options.get("fields") instanceof Map<?, ?> selectors) {
            selectors.forEach((field, selector) -> fields.put(field.toString(), selector.toString()));
        }
        return new ListingSettings(
                options.getOrDefault("item", "article").toString(),
                options.getOrDefault("link", "a[href]").toString(),
                fields,
                options.getOrDefault("next", "a[rel~=next], link[rel~=next]").toString(),
                ((Number) options.getOrDefault("pages", 1000)).intValue());
    }
}
