package be.vakoogst.search;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Counts per value of each facet, as they would be if that value were chosen too: a facet's own choice does not narrow its counts. */
final class Counting {

    private static final int BUCKETS = 50;
    private static final int YEARS = 30;
    private static final int GROUPS = 12;
    private static final int PER_GROUP = 3;
    private static final String GROUPED = "groups";

    private Counting() {}

    static ObjectNode of(SearchQuery query) {
        ObjectNode all = JsonMapper.shared().createObjectNode();
        for (Facet facet : query.facets()) {
            ObjectNode counted = JsonMapper.shared().createObjectNode();
            counted.putObject("terms").put("field", facet.code()).put("size", facet == Facet.YEAR ? YEARS : BUCKETS);
            narrowed(all, facet.code(), filters(query, List.of(facet)), counted);
        }
        if (query.grouped()) {
            narrowed(all, GROUPED, filters(query, List.of()), groups());
        }
        return all;
    }

    private static void narrowed(ObjectNode all, String name, ObjectNode filter, ObjectNode counted) {
        if (filter.at("/bool/filter").isEmpty()) {
            all.set(name, counted);
        } else {
            ObjectNode narrow = all.putObject(name);
            narrow.set("filter", filter);
            narrow.putObject("aggs").set("values", counted);
        }
    }

    private static ObjectNode groups() {
        ObjectNode trades = JsonMapper.shared().createObjectNode();
        trades.putObject("terms").put("field", Facet.TRADE.code()).put("size", GROUPS);
        trades.putObject("aggs").putObject("best").putObject("top_hits").put("size", PER_GROUP);
        return trades;
    }

    /** @param without facets whose choice must not narrow */
    static ObjectNode filters(SearchQuery query, List<Facet> without) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        ArrayNode filter = root.putObject("bool").putArray("filter");
        for (Map.Entry<Facet, List<String>> choice : query.filters().entrySet()) {
            if (!without.contains(choice.getKey())) {
                choice.getValue()
                        .forEach(filter.addObject()
                                .putObject("terms")
                                .putArray(choice.getKey().code())::add);
            }
        }
        return root;
    }

    static JsonNode buckets(JsonNode aggregations, Facet facet) {
        return buckets(aggregations, facet.code());
    }

    static JsonNode groups(JsonNode aggregations) {
        return buckets(aggregations, GROUPED);
    }

    private static JsonNode buckets(JsonNode aggregations, String name) {
        JsonNode counted = aggregations.path(name);
        return counted.has("values") ? counted.at("/values/buckets") : counted.path("buckets");
    }
}
