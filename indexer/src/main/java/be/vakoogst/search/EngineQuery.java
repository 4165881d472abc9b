package be.vakoogst.search;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** From a checked search to the engine's query language. What a user types is only ever text to match: no operator, wildcard or expression. */
final class EngineQuery {

    /** From the private use area, so that they cannot stand in a text: plain text leaves them out. */
    static final char START = '\uE000';

    static final char END = '\uE001';

    private static final int BUCKETS = 50;
    private static final int GROUPS = 12;
    private static final int PER_GROUP = 3;

    /** Less than any match of the words themselves. */
    private static final double OF_TRADE = 0.1;

    private static final Pattern PHRASE = Pattern.compile("\"([^\"]{2,200})\"");
    private static final List<String> FIELDS = List.of(
            "title.nl^4",
            "title.fr^4",
            "title.en^4",
            "keywords.nl^2.5",
            "keywords.fr^2.5",
            "keywords.en^2.5",
            "description.nl^2",
            "description.fr^2",
            "description.en^2",
            "fullText.nl",
            "fullText.fr",
            "fullText.en");

    private EngineQuery() {}

    static ObjectNode of(SearchQuery query, Meanings.Meaning meaning) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("from", query.from()).put("size", query.size()).put("track_total_hits", true);
        body.putArray("_source").add("shown");
        body.set("query", text(query, meaning));
        body.set("post_filter", filters(query, ""));
        body.set("aggs", aggregations(query));
        sort(query, body.putArray("sort"));
        if (!query.words().isEmpty()) {
            highlight(body.putObject("highlight"));
            ObjectNode suggest = body.putObject("suggest").put("text", query.words());
            suggest.putObject("spelling")
                    .putObject("term")
                    .put("field", "words")
                    .put("suggest_mode", "missing");
        }
        return body;
    }

    private static ObjectNode text(SearchQuery query, Meanings.Meaning meaning) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        ObjectNode bool = root.putObject("bool");
        ArrayNode must = bool.putArray("must");
        Matcher phrases = PHRASE.matcher(query.words());
        while (phrases.find()) {
            match(must.addObject(), phrases.group(1), "phrase");
        }
        String loose =
                PHRASE.matcher(query.words()).replaceAll(" ").replace("\"", " ").strip();
        if (!loose.isEmpty()) {
            ObjectNode either = must.addObject().putObject("bool");
            ArrayNode should = either.putArray("should");
            match(should.addObject(), loose, "best_fields")
                    .put("minimum_should_match", "2<67%")
                    .put("tie_breaker", 0.3);
            fuzzy(should.addObject(), loose);
            if (!meaning.named().isEmpty()) {
                filed(should.addObject(), meaning.namedIds());
            }
            if (!meaning.judged().isEmpty()) {
                someWords(should.addObject(), loose, meaning.judged());
            }
            either.put("minimum_should_match", 1);
        }
        query.since()
                .ifPresent(date -> bool.putArray("filter")
                        .addObject()
                        .putObject("range")
                        .putObject("date")
                        .put("gte", date.toString()));
        return root;
    }

    private static ObjectNode match(ObjectNode clause, String words, String type) {
        ObjectNode match = clause.putObject("multi_match").put("query", words).put("type", type);
        FIELDS.forEach(match.putArray("fields")::add);
        return match;
    }

    /** Who asks for an occupation finds the whole trade, below what says the word. */
    private static void filed(ObjectNode clause, List<String> trades) {
        ObjectNode constant = clause.putObject("constant_score").put("boost", OF_TRADE);
        trades.forEach(constant.putObject("filter").putObject("terms").putArray("trade")::add);
    }

    /** Within the trade that the words are about, one of them is enough. */
    private static void someWords(ObjectNode clause, String words, List<String> trades) {
        ObjectNode bool = clause.putObject("bool").put("boost", OF_TRADE);
        trades.forEach(bool.putArray("filter").addObject().putObject("terms").putArray("trade")::add);
        match(bool.putArray("must").addObject(), words, "best_fields").put("tie_breaker", 0.3);
    }

    /** A slip of the finger finds less highly than the right word. */
    private static void fuzzy(ObjectNode clause, String words) {
        clause.putObject("match")
                .putObject("words")
                .put("query", words)
                .put("fuzziness", "AUTO:5,8")
                .put("prefix_length", 2)
                .put("max_expansions", 20)
                .put("operator", "and")
                .put("boost", 0.2);
    }

    /** @param without a facet whose own choice must not narrow its counts */
    private static ObjectNode filters(SearchQuery query, String without) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        ArrayNode filter = root.putObject("bool").putArray("filter");
        for (Map.Entry<String, List<String>> facet : query.filters().entrySet()) {
            if (!facet.getKey().equals(without)) {
                facet.getValue().forEach(filter.addObject().putObject("terms").putArray(facet.getKey())::add);
            }
        }
        return root;
    }

    private static ObjectNode aggregations(SearchQuery query) {
        ObjectNode all = JsonMapper.shared().createObjectNode();
        for (String facet : SearchQuery.FACETS) {
            ObjectNode aggregation = all.putObject(facet);
            aggregation.set("filter", filters(query, facet));
            aggregation
                    .putObject("aggs")
                    .putObject("values")
                    .putObject("terms")
                    .put("field", facet)
                    .put("size", BUCKETS);
        }
        if (query.grouped()) {
            ObjectNode groups = all.putObject("groups");
            groups.set("filter", filters(query, ""));
            ObjectNode trades = groups.putObject("aggs").putObject("values");
            trades.putObject("terms").put("field", "trade").put("size", GROUPS);
            ObjectNode best = trades.putObject("aggs")
                    .putObject("best")
                    .putObject("top_hits")
                    .put("size", PER_GROUP);
            best.putArray("_source").add("shown");
        }
        return all;
    }

    private static void sort(SearchQuery query, ArrayNode sort) {
        switch (query.sort()) {
            case RELEVANCE -> sort.add("_score");
            case NEWEST ->
                sort.addObject().putObject("date").put("order", "desc").put("missing", "_last");
            case TITLE ->
                sort.addObject().putObject("sortTitle").put("order", "asc").put("missing", "_last");
        }
        if (query.sort() == SearchQuery.Sort.RELEVANCE) {
            sort.addObject().putObject("date").put("order", "desc").put("missing", "_last");
        }
        sort.add("id");
    }

    private static void highlight(ObjectNode highlight) {
        highlight.putArray("pre_tags").add(String.valueOf(START));
        highlight.putArray("post_tags").add(String.valueOf(END));
        ObjectNode fields = highlight.putObject("fields");
        fields.putObject("title.*").put("number_of_fragments", 0);
        fields.putObject("description.*").put("number_of_fragments", 1).put("fragment_size", 200);
        fields.putObject("fullText.*").put("number_of_fragments", 1).put("fragment_size", 200);
    }
}
