package be.vakoogst.search;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What a search found.
 *
 * @param total how many there are in all
 * @param groups the best few of each trade, where asked for
 * @param trades that the words are a name of: everything filed under them is found too, below what says the words
 * @param didYouMean another spelling that finds something
 * @param next the cursor of the next page; none after the last one
 */
record SearchAnswer(
        long total,
        List<Hit> hits,
        List<Group> groups,
        Map<String, List<Count>> facets,
        List<Named> trades,
        Optional<String> didYouMean,
        Optional<String> next) {

    /**
     * One resource.
     *
     * @param resource its fields, without full text and provenance
     * @param explanation why it is here, strongest first; only where asked for
     */
    record Hit(
            @JsonUnwrapped Shown resource,
            Optional<Double> score,
            List<Highlight> highlights,
            Optional<List<Reason>> explanation) {}

    /** The fields of a resource as they stand in the index. */
    record Shown(@JsonAnyGetter Map<String, JsonNode> fields) {

        String id() {
            return fields.getOrDefault("id", MissingNode.getInstance()).asString("");
        }
    }

    /**
     * A part of what put a hit in its place.
     *
     * @param kind word, synonym, compound, spelling, slip, phrase, trade, named, filed, pinned, together; or freshness and quality
     * @param text what of the query, and as what it was found
     * @param score its share before freshness, quality and usage; for those the factor
     */
    record Reason(String kind, String text, double score) {}

    /**
     * A piece of plain text in which the words were found.
     *
     * @param ranges where, in UTF-16 code units, the end exclusive
     */
    record Highlight(String field, String text, List<Range> ranges) {}

    record Range(int start, int end) {}

    record Group(String trade, String label, long total, List<Hit> hits) {}

    record Named(String id, String label) {}

    record Count(String value, String label, long count) {

        /** @param buckets of the engine's terms aggregation */
        static List<Count> of(JsonNode buckets, UnaryOperator<String> label) {
            return buckets.values().stream()
                    .map(bucket -> {
                        String value = bucket.path("key").asString();
                        return new Count(
                                value,
                                label.apply(value),
                                bucket.path("doc_count").asLong());
                    })
                    .toList();
        }
    }
}
