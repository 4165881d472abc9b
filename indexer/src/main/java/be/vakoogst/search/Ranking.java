package be.vakoogst.search;

import be.vakoogst.resource.TradeAssertion;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What counts beside the words: freshness, how well a record is described, what others opened, and what editors prefer. Shares of the words' score. */
final class Ranking {

    /** A word means what it means in the trade that the query is about. */
    private static final double TRADE = 2.5;

    private static final double FRESHNESS = 0.10;
    private static final double QUALITY = 0.12;
    private static final double USAGE = 0.30;

    private Ranking() {}

    static void add(ArrayNode functions, List<TradeAssertion> judged, Rules.Rule rule, Map<String, Double> clicked) {
        functions.addObject().put("weight", 1).putObject("filter").putObject("match_all");
        judged.forEach(trade -> functions
                .addObject()
                .put("weight", TRADE * trade.score())
                .putObject("filter")
                .putObject("term")
                .put("trade", trade.id()));
        fresh(functions.addObject());
        functions
                .addObject()
                .put("weight", QUALITY)
                .putObject("field_value_factor")
                .put("field", "quality")
                .put("missing", 0);
        clicked.forEach((id, share) -> functions
                .addObject()
                .put("weight", USAGE * share)
                .putObject("filter")
                .putObject("term")
                .put("id", id));
        rule.boost()
                .forEach(boost -> functions
                        .addObject()
                        .put("weight", boost.by() - 1)
                        .putObject("filter")
                        .putObject("term")
                        .put(boost.facet(), boost.value()));
    }

    /** Half of it is left after three years; what has no date has none of it. */
    private static void fresh(ObjectNode function) {
        function.put("weight", FRESHNESS)
                .putObject("filter")
                .putObject("exists")
                .put("field", "date");
        function.putObject("gauss")
                .putObject("date")
                .put("origin", "now/d")
                .put("offset", "30d")
                .put("scale", "1095d")
                .put("decay", 0.5);
    }
}
