package be.vakoogst.search;

import be.vakoogst.index.EngineRefused;
import be.vakoogst.index.SearchEngine;
import be.vakoogst.trade.Trade;
import be.vakoogst.trade.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Asks the engine, and puts its answer into ours. */
class Search {

    private static final int NO_INDEX_YET = 404;

    private final SearchEngine engine;
    private final Vocabulary vocabulary;
    private final Meanings meanings;

    Search(SearchEngine engine, Vocabulary vocabulary, Meanings meanings) {
        this.engine = engine;
        this.vocabulary = vocabulary;
        this.meanings = meanings;
    }

    /** @param language of the labels: nl, fr or en */
    SearchAnswer search(SearchQuery query, String language) {
        Meanings.Meaning meaning = meanings.of(query.words());
        return answer(ask(EngineQuery.of(query, meaning)), meaning, language);
    }

    /** In the engine's own language. An index that is not there yet is as good as an empty one. */
    JsonNode ask(JsonNode body) {
        try {
            return engine.json("POST", "/" + engine.alias() + "/_search", Optional.of(body));
        } catch (EngineRefused e) {
            if (e.status() == NO_INDEX_YET) {
                return tools.jackson.databind.json.JsonMapper.shared().createObjectNode();
            }
            throw e;
        }
    }

    private SearchAnswer answer(JsonNode found, Meanings.Meaning meaning, String language) {
        long total = found.at("/hits/total/value").asLong(0);
        return new SearchAnswer(
                total,
                hits(found.at("/hits/hits")),
                groups(found.at("/aggregations/groups/values/buckets"), language),
                facets(found.path("aggregations"), language),
                meaning.named().stream()
                        .map(trade -> new SearchAnswer.Named(trade.id(), trade.label(language)))
                        .toList(),
                total == 0 ? spelling(found.at("/suggest/spelling")) : Optional.empty());
    }

    private static List<SearchAnswer.Hit> hits(JsonNode hits) {
        List<SearchAnswer.Hit> all = new ArrayList<>();
        hits.forEach(hit -> all.add(new SearchAnswer.Hit(
                new SearchAnswer.Shown(shown(hit.at("/_source/shown"))),
                hit.path("_score").isNumber() ? Optional.of(hit.path("_score").asDouble()) : Optional.empty(),
                Highlights.of(hit.path("highlight")))));
        return all;
    }

    private static Map<String, JsonNode> shown(JsonNode shown) {
        return shown.properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    private List<SearchAnswer.Group> groups(JsonNode buckets, String language) {
        List<SearchAnswer.Group> groups = new ArrayList<>();
        buckets.forEach(bucket -> {
            String trade = bucket.path("key").asString();
            groups.add(new SearchAnswer.Group(
                    trade,
                    label(trade, language),
                    bucket.path("doc_count").asLong(),
                    hits(bucket.at("/best/hits/hits"))));
        });
        return groups;
    }

    private Map<String, List<SearchAnswer.Count>> facets(JsonNode aggregations, String language) {
        Map<String, List<SearchAnswer.Count>> facets = new LinkedHashMap<>();
        for (String facet : SearchQuery.FACETS) {
            UnaryOperator<String> label =
                    facet.equals("trade") ? trade -> label(trade, language) : UnaryOperator.identity();
            JsonNode buckets = aggregations.path(facet).at("/values/buckets");
            facets.put(facet, SearchAnswer.Count.of(buckets, label));
        }
        return facets;
    }

    /** What the trades are called, by id. */
    Map<String, String> labels(String language) {
        return vocabulary.trades().stream().collect(Collectors.toMap(Trade::id, trade -> trade.label(language)));
    }

    private String label(String trade, String language) {
        return vocabulary.trade(trade).map(known -> known.label(language)).orElse(trade);
    }

    /** The query with each unknown word replaced by the nearest one of the index; empty when a word has none, as that would find nothing either. */
    private static Optional<String> spelling(JsonNode words) {
        List<String> spelled = new ArrayList<>();
        boolean changed = false;
        for (JsonNode word : words) {
            JsonNode best = word.at("/options/0/text");
            changed |= best.isString();
            spelled.add(best.asString(word.path("text").asString("")));
        }
        return changed ? Optional.of(String.join(" ", spelled)) : Optional.empty();
    }
}
