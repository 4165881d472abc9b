package be.vakoogst.standing;

import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.TradeAssertion;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How complete records are.
 *
 * @param missing the costliest first
 * @param trades how many are filed under each
 */
public record Quality(int records, List<Missing> missing, Map<String, Integer> trades) {

    /**
     * What some records lack.
     *
     * @param count how many
     * @param example one of them
     * @param said what that one has in its place
     */
    public record Missing(Lack lack, int count, URI example, Optional<String> said) {}

    public static Quality of(List<LearningResource> resources) {
        Count count = new Count();
        resources.forEach(count::add);
        return count.quality();
    }

    /** In percent: of all that the records could say, how much they do. */
    public int percent() {
        int possible = records * Lack.values().length;
        int lacking = missing.stream().mapToInt(Missing::count).sum();
        return possible == 0 ? 0 : 100 * (possible - lacking) / possible;
    }

    /** Counts records one after the other; for one thread. */
    static final class Count {

        private static final int MOST_SAID = 200;

        private final Map<Lack, Missing> missing = new EnumMap<>(Lack.class);
        private final Map<String, Integer> trades = new TreeMap<>();
        private int records;

        void add(LearningResource resource) {
            records++;
            resource.subject().trades().stream()
                    .map(TradeAssertion::id)
                    .forEach(trade -> trades.merge(trade, 1, Integer::sum));
            for (Lack lack : Lack.values()) {
                if (lack.isIn(resource)) {
                    missing.merge(lack, first(lack, resource), (sofar, one) -> more(sofar));
                }
            }
        }

        private static Missing first(Lack lack, LearningResource resource) {
            Optional<String> said =
                    lack.said(resource).map(text -> text.substring(0, Math.min(MOST_SAID, text.length())));
            return new Missing(lack, 1, resource.url(), said);
        }

        private static Missing more(Missing sofar) {
            return new Missing(sofar.lack(), sofar.count() + 1, sofar.example(), sofar.said());
        }

        Quality quality() {
            return new Quality(records, new ArrayList<>(missing.values()), trades);
        }
    }
}
