package be.vakoogst.search;

import be.vakoogst.index.EngineRefused;
import be.vakoogst.index.SearchEngine;
import be.vakoogst.problem.WrongParameter;
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

    /** Everything else of a question is checked before it is asked. */
    private static final int TOO_MUCH = 400;

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
        return search(query, understanding.of(query.words()), language);
    }

    /** The same for who understood the words already. */
    SearchAnswer search(SearchQuery query, Understood understood, String language) {
        EngineQuery asked = asked(query, understood);
        ObjectNode body = body(query, understood, asked.of(false));
        JsonNode found = ask(body, query.explain());
        if (isLittle(understood, found)) {
            found = ask(body.set("query", asked.of(true)), query.explain());
        }
        return answering.of(query, understood, found, better(query, understood, found), language);
    }

    /** Whether there is a wider question, and need of it. */
    static boolean isLittle(Understood understood, JsonNode found) {
        return understood.hasMore() && total(found) < ENOUGH;
    }

    static long total(JsonNode found) {
        return found.at("/hits/total/value").asLong(0);
    }

    EngineQuery asked(SearchQuery query, Understood understood) {
        return new EngineQuery(query, understood, rules.apply(query.words()), clicks.apply(query.words()));
    }

    /**
     * What the engine is asked. Its answer holds documents as they are stored, since leaving out fields has the engine take each one apart;
     * and their scores where they are sorted by.
     */
    ObjectNode body(SearchQuery query, Understood understood, ObjectNode matching) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("from", query.page().from()).put("size", query.page().size()).put("track_total_hits", true);
        body.set("query", matching);
        if (!query.filters().isEmpty()) {
            body.set("post_filter", Counting.filters(query, List.of()));
        }
        ObjectNode counted = body.putObject("aggs");
        counted.setAll(Counting.of(query));
        if (query.page().isFirst()) {
            understood.spelled().ifPresent(better -> Spelled.count(counted, spelled(better)));
        }
        Sorting.add(query.sort(), body.putArray("sort"));
        query.page().after().ifPresent(cursor -> body.set("search_after", cursor.values()));
        return body;
    }

    /** In the engine's own language. An index that is not there yet is as good as an empty one. */
    JsonNode ask(JsonNode body) {
        return ask(body, false);
    }

    private JsonNode ask(JsonNode body, boolean namedScores) {
        try {
            String path = "/" + engine.alias() + "/_search" + (namedScores ? "?include_named_queries_score=true" : "");
            return engine.jsonIfThere("POST", path, Optional.of(body))
                    .orElseGet(() -> JsonMapper.shared().createObjectNode());
        } catch (EngineRefused e) {
            throw e.status() == TOO_MUCH
                    ? new WrongParameter("q", "is more than the search engine can look for at once")
                    : e;
        }
    }

    /** Another spelling that finds something: the vocabulary's, or where nothing was found, the index's. */
    private Optional<String> better(SearchQuery query, Understood understood, JsonNode found) {
        if (!query.page().isFirst()) {
            return Optional.empty();
        }
        Optional<String> better = understood.spelled().filter(any -> Spelled.isAmong(found));
        if (understood.spelled().isEmpty()
                && total(found) == 0
                && !query.words().isEmpty()) {
            better = Spelled.of(ask(Spelled.question(query.words()))).filter(this::findsSomething);
        }
        return better.filter(words -> !words.equalsIgnoreCase(query.words()));
    }

    private boolean findsSomething(String words) {
        ObjectNode body = JsonMapper.shared().createObjectNode().put("size", 0).put("terminate_after", 1);
        body.set("query", spelled(words));
        return total(ask(body)) > 0;
    }

    private ObjectNode spelled(String words) {
        SearchQuery query = SearchQuery.of(Map.of("q", new String[] {words}));
        return new EngineQuery(query, understanding.of(words), Rules.Rule.NONE, Map.of()).matching(false);
    }
}
