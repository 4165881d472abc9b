package be.vakoogst.trade;

import java.util.List;
import java.util.Map;

/**
 * A trade cluster.
 *
 * @param labels by language: nl, fr, en
 * @param terms what speaks for it
 */
public record Trade(String id, Map<String, String> labels, List<Term> terms) {

    public Trade {
        labels = Map.copyOf(labels);
        terms = List.copyOf(terms);
    }

    public String label(String language) {
        return labels.getOrDefault(language, labels.getOrDefault("nl", id));
    }

    /**
     * A word or group of words.
     *
     * @param weight how strongly it speaks: 3 names the trade, 1 merely hints at it
     * @param notWith stems of words beside which it means something else
     */
    public record Term(String text, double weight, List<String> notWith) {

        public Term {
            notWith = List.copyOf(notWith);
        }
    }
}
