package be.vakoogst.search;

import be.vakoogst.index.EngineRefused;
import be.vakoogst.index.SearchEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks the engine. Where most of the words together find little, it asks again for any of them, and for what is filed under the trade they are about:
 * nothing found is the worst answer, and everything found the second worst.
 */
class Search {

    private static final int NO_INDEX_YET = 404;

    /** A page's worth: with so many, nobody needs what has only one word of three. */
    private static final int ENOUGH = 10;

    private final SearchEngine engine;
    private final Understanding understanding;
    private final Function<String, Rules.Rule> rules;
    private final Function<String, Map<String, Double>> clicks;
    private final Answering answering;

    /**
     * Asks this engine.
     *
     * @param rules what editors want of a query
     * @param clicks the resources opened after a query, each with its share
     */
    Search(
            SearchEngine engine,
            Understanding understanding,
            Function<String, Rules.Rule> rules,
            Function<String, Map<String, Double>> clicks,
            Answering answering) {
        this.engine = engine;
        this.understanding = understanding;
        this.rules = rules;
        this.clicks = clicks;
        this.answering = answering;
    }

    /** @param language of the labels: nl, fr or en */
    SearchAnswer search(SearchQuery query, String language) {
        Understood understood = understanding.of(query.words());
        EngineQuery asked = new EngineQuery(query, understood, rules.apply(query.words()), clicks.apply(query.words()));
        JsonNode found = ask(body(query, asked.of(false)), query.explain());
        if (!understood.concepts().isEmpty() && total(found) < ENOUGH) {
            found = ask(body(query, asked.of(true)), query.explain());
        }
        return answering.of(query, understood, found, better(query, understood, total(found), found), language);
    }

    static long total(JsonNode found) {
        return found.at("/hits/total/value").asLong(0);
    }

    static ObjectNode body(SearchQuery query, ObjectNode matching) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("from", query.page().from())
                .put("size", query.page().size())
                .put("track_total_hits", true)
                .put("track_scores", true);
        body.putArray("_source").add("shown");
        body.set("query", matching);
        if (!query.filters().isEmpty()) {
            body.set("post_filter", Counting.filters(query, List.of()));
        }
        body.set("aggs", Counting.of(query));
        Sorting.add(query.sort(), body.putArray("sort"));
        query.page().after().ifPresent(cursor -> body.set("search_after", cursor.values()));
        if (!query.words().isEmpty()) {
            body.putObject("suggest")
                    .put("text", query.words())
                    .putObject("spelling")
                    .putObject("term")
                    .put("field", "words")
                    .put("suggest_mode", "missing");
        }
        return body;
    }

    /** In the engine's own language. An index that is not there yet is as good as an empty one. */
    JsonNode ask(JsonNode body) {
        return ask(body, false);
    }

    private JsonNode ask(JsonNode body, boolean namedScores) {
        try {
            String path = "/" + engine.alias() + "/_search" + (namedScores ? "?include_named_queries_score=true" : "");
            return engine.json("POST", path, Optional.of(body));
        } catch (EngineRefused e) {
            if (e.status() == NO_INDEX_YET) {
                return JsonMapper.shared().createObjectNode();
            }
            throw e;
        }
    }

    /** Another spelling, where it finds something, and more than what was typed. */
    private Optional<String> better(SearchQuery query, Understood understood, long total, JsonNode found) {
        if (query.page().from() > 0 || query.page().after().isPresent()) {
            return Optional.empty();
        }
        Optional<String> spelled = understood.spelled();
        if (spelled.isEmpty() && total == 0) {
            spelled = Spelled.of(found.at("/suggest/spelling"));
        }
        return spelled.filter(better -> !better.equalsIgnoreCase(query.words())).filter(this::findsSomething);
    }

    private boolean findsSomething(String words) {
        ObjectNode body = JsonMapper.shared().createObjectNode().put("size", 0).put("terminate_after", 1);
        SearchQuery query = SearchQuery.of(Map.of("q", new String[] {words}));
        body.set("query", new EngineQuery(query, understanding.of(words), Rules.Rule.NONE, Map.of()).of(false));
        return total(ask(body)) > 0;
    }
}
