package be.vakoogst.search;

import be.vakoogst.trade.Trade;
import be.vakoogst.trade.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The trades with what the index holds of each. */
class TradeFacts {

    private static final int MOST_TRADES = 1000;
    private static final List<String> COUNTED = List.of("type", "audience", "language", "readingLevel");

    private final Search search;
    private final Vocabulary vocabulary;

    TradeFacts(Search search, Vocabulary vocabulary) {
        this.search = search;
        this.vocabulary = vocabulary;
    }

    /** Every trade of the vocabulary, in its order. */
    record All(List<Summary> trades) {}

    /**
     * A trade.
     *
     * @param label in the language asked for
     * @param labels by language
     * @param codes by system
     * @param total resources filed under it
     * @param counts by facet
     */
    record Summary(
            String id,
            String label,
            Map<String, String> labels,
            String group,
            List<String> altLabels,
            Map<String, List<String>> codes,
            List<String> sectorFunds,
            long total,
            Map<String, List<SearchAnswer.Count>> counts) {}

    /**
     * A trade with its surroundings.
     *
     * @param schoolSubjects with the number of resources that name the subject: what a search for it alone would show
     */
    record Detail(
            @com.fasterxml.jackson.annotation.JsonUnwrapped Summary summary,
            List<SearchAnswer.Named> related,
            List<String> studyDomains,
            List<String> studyProgrammes,
            List<String> formerProgrammes,
            List<SearchAnswer.Count> schoolSubjects) {}

    All all(String language) {
        JsonNode buckets = search.ask(byTrade()).at("/aggregations/trade/buckets");
        Map<String, JsonNode> counted = new HashMap<>();
        buckets.forEach(bucket -> counted.put(bucket.path("key").asString(), bucket));
        return new All(vocabulary.trades().stream()
                .map(trade -> summary(
                        trade,
                        counted.getOrDefault(trade.id(), JsonMapper.shared().createObjectNode()),
                        language))
                .toList());
    }

    Optional<Detail> of(String id, String language) {
        return vocabulary.trade(id).map(trade -> detail(trade, language));
    }

    private Detail detail(Trade trade, String language) {
        ObjectNode body = byTrade();
        ObjectNode subjects = ((ObjectNode) body.path("aggs"))
                .putObject("subjects")
                .putObject("filters")
                .putObject("filters");
        trade.facts().schoolSubjects().forEach(subject -> says(subjects.putObject(subject), subject));
        JsonNode found = search.ask(body).path("aggregations");
        JsonNode bucket = found.at("/trade/buckets").values().stream()
                .filter(each -> each.path("key").asString().equals(trade.id()))
                .findFirst()
                .orElseGet(JsonMapper.shared()::createObjectNode);
        return new Detail(
                summary(trade, bucket, language),
                trade.facts().related().stream()
                        .map(related -> new SearchAnswer.Named(
                                related, vocabulary.trade(related).orElseThrow().label(language)))
                        .toList(),
                trade.facts().studyDomains(),
                trade.facts().studyProgrammes(),
                trade.facts().formerProgrammes(),
                trade.facts().schoolSubjects().stream()
                        .map(subject -> new SearchAnswer.Count(
                                subject,
                                subject,
                                found.path("subjects")
                                        .path("buckets")
                                        .path(subject)
                                        .path("doc_count")
                                        .asLong(0)))
                        .toList());
    }

    private static void says(ObjectNode filter, String subject) {
        filter.putObject("match").putObject("words").put("query", subject).put("operator", "and");
    }

    private static ObjectNode byTrade() {
        ObjectNode body = JsonMapper.shared().createObjectNode().put("size", 0);
        body.putObject("query").putObject("term").put("folded", false);
        ObjectNode trade = body.putObject("aggs").putObject("trade");
        trade.putObject("terms").put("field", "trade").put("size", MOST_TRADES);
        ObjectNode inner = trade.putObject("aggs");
        COUNTED.forEach(facet -> inner.putObject(facet).putObject("terms").put("field", facet));
        return body;
    }

    private static Summary summary(Trade trade, JsonNode bucket, String language) {
        Map<String, List<SearchAnswer.Count>> counts = new HashMap<>();
        for (String facet : COUNTED) {
            JsonNode buckets = bucket.path(facet).path("buckets");
            counts.put(facet, SearchAnswer.Count.of(buckets, UnaryOperator.identity()));
        }
        return new Summary(
                trade.id(),
                trade.label(language),
                trade.labels(),
                trade.facts().group(),
                trade.facts().altLabels(),
                trade.facts().codes(),
                trade.facts().sectorFunds(),
                bucket.path("doc_count").asLong(0),
                counts);
    }
}
