package be.vakoogst.trade;

import be.vakoogst.resource.TradeAssertion.AssertedBy;
import be.vakoogst.resource.TradeAssertion.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the words of the vocabulary say for one trade; a term counts once per field. For one text. */
final class Tally {

    private static final Trade.Term STATED = new Trade.Term("", 0, List.of());

    /** As much as two words in a title that name the trade. */
    private static final double OF_STATED = 10;

    private final List<Found> found = new ArrayList<>(4);
    private double points;
    private boolean stated;

    private record Found(Trade.Term term, Evidence evidence, double worth) {}

    void add(Trade.Term term, String shown, String field, double worth) {
        for (Found each : found) {
            if (each.term() == term && each.evidence().field().equals(field)) {
                return;
            }
        }
        found.add(new Found(term, new Evidence(shown, field), worth));
        points += worth;
    }

    /** What the publisher itself says. */
    void state(String category) {
        add(STATED, category, "category", OF_STATED);
        stated = true;
    }

    double points() {
        return points;
    }

    /** By whom it is said: the publisher, the vocabulary, or neither of them. */
    AssertedBy assertedBy() {
        if (stated) {
            return AssertedBy.SOURCE;
        }
        return found.isEmpty() ? AssertedBy.MODEL : AssertedBy.RULE;
    }

    /** The strongest first, each once. */
    List<Evidence> evidence(int most) {
        return found.stream()
                .sorted(Comparator.comparingDouble(Found::worth).reversed())
                .map(Found::evidence)
                .distinct()
                .limit(most)
                .toList();
    }
}
