package be.vakoogst.search;

import be.vakoogst.language.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Puts the engine's answer into ours. */
class Answering {

    private final Language language;
    private final Labels labels;

    Answering(Language language, Labels labels) {
        this.language = language;
        this.labels = labels;
    }

    SearchAnswer of(
            SearchQuery query, Understood understood, JsonNode found, Optional<String> didYouMean, String lang) {
        Highlights highlights = new Highlights(language, understood);
        JsonNode hits = found.at("/hits/hits");
        return new SearchAnswer(
                Search.total(found),
                hits(hits, highlights, query),
                groups(Counting.groups(found.path("aggregations")), highlights, query, lang),
                facets(query, found.path("aggregations"), lang),
                understood.named().stream()
                        .map(trade -> new SearchAnswer.Named(trade.id(), trade.label(lang)))
                        .toList(),
                didYouMean,
                next(hits, query));
    }

    private static Optional<String> next(JsonNode hits, SearchQuery query) {
        boolean full = !hits.isEmpty() && hits.size() == query.page().size();
        return full && hits.get(hits.size() - 1).path("sort") instanceof ArrayNode values
                ? Optional.of(new Cursor(values).toString())
                : Optional.empty();
    }

    private static List<SearchAnswer.Hit> hits(JsonNode hits, Highlights highlights, SearchQuery query) {
        List<SearchAnswer.Hit> all = new ArrayList<>();
        hits.forEach(hit -> all.add(hit(hit, highlights, query)));
        return all;
    }

    private static SearchAnswer.Hit hit(JsonNode hit, Highlights highlights, SearchQuery query) {
        JsonNode shown = hit.at("/_source/shown");
        return new SearchAnswer.Hit(
                new SearchAnswer.Shown(fields(shown, query.fields())),
                score(hit)
                        .filter(any -> query.sort() == SearchQuery.Sort.RELEVANCE)
                        .map(JsonNode::asDouble),
                highlights.of(
                        shown.path("title").asString(""),
                        shown.path("description").asString("")),
                query.explain() ? Optional.of(reasons(hit)) : Optional.empty());
    }

    /** What hits are sorted by first; of a group, whose hits have no order of their own, it stands by itself. */
    private static Optional<JsonNode> score(JsonNode hit) {
        JsonNode sorted = hit.path("sort").path(0);
        return Optional.of(sorted.isMissingNode() ? hit.path("_score") : sorted).filter(JsonNode::isNumber);
    }

    private static Map<String, JsonNode> fields(JsonNode shown, Set<String> wanted) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        shown.properties().forEach(field -> {
            if (wanted.isEmpty() || wanted.contains(field.getKey())) {
                fields.put(field.getKey(), field.getValue());
            }
        });
        return fields;
    }

    private static List<SearchAnswer.Reason> reasons(JsonNode hit) {
        List<SearchAnswer.Reason> reasons = new ArrayList<>();
        hit.path("matched_queries").properties().forEach(named -> {
            String[] parts = named.getKey().split(":", 2);
            double score = named.getValue().asDouble(0);
            reasons.add(new SearchAnswer.Reason(parts[0], parts.length > 1 ? parts[1] : "", score));
        });
        reasons.sort(Comparator.comparingDouble(SearchAnswer.Reason::score).reversed());
        return reasons;
    }

    /** The trade with the best hit first. */
    private List<SearchAnswer.Group> groups(JsonNode buckets, Highlights highlights, SearchQuery query, String lang) {
        List<SearchAnswer.Group> groups = new ArrayList<>();
        buckets.values().stream()
                .sorted(Comparator.<JsonNode>comparingDouble(
                                bucket -> bucket.at("/best/hits/max_score").asDouble(0))
                        .reversed())
                .forEach(bucket -> {
                    String trade = bucket.path("key").asString();
                    groups.add(new SearchAnswer.Group(
                            trade,
                            labels.of(Facet.TRADE, trade, lang),
                            bucket.path("doc_count").asLong(),
                            hits(bucket.at("/best/hits/hits"), highlights, query)));
                });
        return groups;
    }

    private Map<String, List<SearchAnswer.Count>> facets(SearchQuery query, JsonNode aggregations, String lang) {
        Map<String, List<SearchAnswer.Count>> facets = new LinkedHashMap<>();
        for (Facet facet : query.facets()) {
            facets.put(
                    facet.code(),
                    SearchAnswer.Count.of(
                            Counting.buckets(aggregations, facet), value -> labels.of(facet, value, lang)));
        }
        return facets;
    }
}
