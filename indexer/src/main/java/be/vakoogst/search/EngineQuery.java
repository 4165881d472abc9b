package be.vakoogst.search;

import be.vakoogst.language.Reading;
import be.vakoogst.search.Concept.Variant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is to be found, in the engine's query language. What a user types is only ever text to match: no operator, wildcard or expression.
 * Where hits are to say why they are there, each clause has a name: the engine matches the named ones once more for every hit that it shows.
 */
final class EngineQuery {

    /** What is filed under the trade that the query is about, if nothing in it says a word of the query. */
    private static final double FILED = 0.6;

    private static final double NAMED = 0.5;
    private static final double MAINLY = 0.4;
    private static final double TOGETHER = 2;
    private static final double PINNED = 100_000;
    private static final double SLIP = 0.3;
    private static final int MOST_LOOSER = 6;

    /** Where a word counts how much, for its stem itself. */
    private static final List<String> STRICT =
            List.of("title^3", "keywords^2", "description^1.6", "text^0.6", "titleParts^1.2", "parts^0.4");

    /** And for what it comes from. */
    private static final List<String> LOOSE =
            List.of("title^1.2", "keywords^0.8", "description^0.6", "titleParts^0.7", "parts^0.2");

    private static final List<String> FOREIGN =
            List.of("titleIn.fr^3", "titleIn.en^3", "titleIn.de^3", "bodyIn.fr", "bodyIn.en", "bodyIn.de");

    private final SearchQuery query;
    private final Understood understood;
    private final Rules.Rule rule;
    private final Map<String, Double> clicked;

    /** @param clicked by id, how much of the clicks after this query went there */
    EngineQuery(SearchQuery query, Understood understood, Rules.Rule rule, Map<String, Double> clicked) {
        this.query = query;
        this.understood = understood;
        this.rule = rule;
        this.clicked = clicked;
    }

    /** @param wide whether one concept is enough, and being filed under the trade that the words are about */
    ObjectNode of(boolean wide) {
        ObjectNode root = object();
        ObjectNode score = root.putObject("function_score");
        score.set("query", matching(wide));
        Ranking.add(score.putArray("functions"), understood.judged(), rule, clicked);
        score.put("score_mode", "sum").put("boost_mode", "multiply");
        return root;
    }

    /** The same without what puts it in order beside the words. */
    ObjectNode matching(boolean wide) {
        ObjectNode root = object();
        ObjectNode bool = root.putObject("bool");
        ArrayNode filter = bool.putArray("filter");
        filter.addObject().putObject("term").put("folded", false);
        query.since()
                .ifPresent(date ->
                        filter.addObject().putObject("range").putObject("date").put("gte", date.toString()));
        ArrayNode never = bool.putArray("must_not");
        if (!rule.hide().isEmpty()) {
            ids(never.addObject(), rule.hide());
        }
        if (query.passedOn()) {
            never.addObject().putObject("term").put("withheld", true);
        }
        if (!understood.isEmpty()) {
            words(bool, wide);
        }
        return root;
    }

    private void words(ObjectNode bool, boolean wide) {
        ObjectNode either = bool.putArray("must").addObject().putObject("bool");
        ArrayNode should = either.putArray("should");
        said(should.addObject().putObject("bool"), wide);
        understood.namedIds().forEach(trade -> filed(should, trade, NAMED, "named"));
        if (wide) {
            understood.judged().forEach(trade -> filed(should, trade.id(), FILED * trade.score(), "filed"));
        }
        pinned(should);
        either.put("minimum_should_match", 1);
    }

    private void said(ObjectNode bool, boolean wide) {
        ArrayNode must = bool.putArray("must");
        understood.phrases().forEach(phrase -> phrase(must.addObject(), phrase));
        if (understood.concepts().isEmpty()) {
            return;
        }
        String most = "2<67%";
        ObjectNode concepts = concepts(wide ? "1" : most);
        must.add(concepts);
        if (wide && understood.concepts().size() > 1) {
            ObjectNode together = constant(bool.putArray("should").addObject(), TOGETHER, "together");
            together.setAll(concepts(most));
        }
    }

    private ObjectNode concepts(String least) {
        ObjectNode root = object();
        ObjectNode bool = root.putObject("bool").put("minimum_should_match", least);
        ArrayNode should = bool.putArray("should");
        understood.concepts().forEach(concept -> should.add(concept(concept)));
        return root;
    }

    private ObjectNode concept(Concept concept) {
        ObjectNode root = object();
        ObjectNode best = root.putObject("dis_max").put("tie_breaker", 0.1).put("boost", concept.weight());
        ArrayNode ways = best.putArray("queries");
        concept.variants().forEach(variant -> ways.add(variant(concept, variant)));
        anyLanguage(ways.addObject(), concept.words());
        if (!concept.known() && concept.words().length() > 4) {
            slip(ways.addObject(), concept.words());
        }
        return root;
    }

    private ObjectNode variant(Concept concept, Variant variant) {
        ObjectNode root = object();
        ObjectNode bool = root.putObject("bool").put("boost", variant.weight());
        name(
                bool,
                variant.kind().name().toLowerCase(java.util.Locale.ROOT) + ":" + concept.words() + ":"
                        + variant.shown());
        ArrayNode must = bool.putArray("must");
        variant.words().forEach(word -> must.add(word(word)));
        return root;
    }

    private static ObjectNode word(Reading word) {
        ObjectNode root = object();
        ObjectNode best = root.putObject("dis_max").put("tie_breaker", 0.25);
        ArrayNode ways = best.putArray("queries");
        fields(ways.addObject(), word.stem(), STRICT);
        looser(word).stream().limit(MOST_LOOSER).forEach(stem -> fields(ways.addObject(), stem, LOOSE));
        return root;
    }

    /** Parts of a compound are no other word for it: they are a variant of their own. */
    private static Set<String> looser(Reading word) {
        Set<String> looser = new LinkedHashSet<>(word.looser());
        if (!word.parts().isEmpty()) {
            looser.clear();
        }
        return looser;
    }

    private static void fields(ObjectNode clause, String words, List<String> fields) {
        ObjectNode match = clause.putObject("multi_match").put("query", words).put("tie_breaker", 0.3);
        fields.forEach(match.putArray("fields")::add);
    }

    private void anyLanguage(ObjectNode clause, String words) {
        ObjectNode match = clause.putObject("multi_match").put("query", words).put("operator", "and");
        name(match, "word:" + words);
        FOREIGN.forEach(match.putArray("fields")::add);
    }

    /** A slip of the finger finds less highly than the right word. */
    private void slip(ObjectNode clause, String words) {
        ObjectNode match = clause.putObject("match")
                .putObject("words")
                .put("query", words)
                .put("fuzziness", "AUTO:5,9")
                .put("prefix_length", 1)
                .put("max_expansions", 20)
                .put("operator", "and")
                .put("boost", SLIP);
        name(match, "slip:" + words);
    }

    private void phrase(ObjectNode clause, String phrase) {
        ObjectNode match = clause.putObject("multi_match").put("query", phrase).put("type", "phrase");
        name(match, "phrase:" + phrase);
        List.of("plain.title^3", "plain.body").forEach(match.putArray("fields")::add);
    }

    /** Who asks for an occupation finds the whole trade, below what says the word; first what is mainly about it. */
    private void filed(ArrayNode should, String trade, double boost, String name) {
        constant(should.addObject(), boost, name + ":" + trade)
                .putObject("term")
                .put("trade", trade);
        constant(should.addObject(), boost * MAINLY, "mainly:" + trade)
                .putObject("term")
                .put("mainTrade", trade);
    }

    private void pinned(ArrayNode should) {
        for (int place = 0; place < rule.pin().size(); place++) {
            ids(
                    constant(should.addObject(), PINNED - place, "pinned"),
                    List.of(rule.pin().get(place)));
        }
    }

    private static void ids(ObjectNode clause, List<String> ids) {
        ids.forEach(clause.putObject("terms").putArray("id")::add);
    }

    /** @return where the filter goes */
    private ObjectNode constant(ObjectNode clause, double boost, String name) {
        ObjectNode constant = clause.putObject("constant_score").put("boost", boost);
        name(constant, name);
        return constant.putObject("filter");
    }

    private void name(ObjectNode clause, String name) {
        if (query.explain()) {
            clause.put("_name", name);
        }
    }

    private static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }
}
