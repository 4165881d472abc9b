package be.vakoogst.catalogue;

import be.vakoogst.resource.Code;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.TradeAssertion;
import be.vakoogst.resource.TradeAssertion.AssertedBy;
import be.vakoogst.resource.TradeAssertion.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an operator said of a resource and a trade.
 *
 * @param judged the classifier's own score for it then; empty where it did not file the resource there
 * @param by who said it
 * @param why in their own words
 */
public record Correction(
        ResourceId resource,
        String trade,
        Verdict verdict,
        Optional<Double> judged,
        String by,
        Instant at,
        String why) {

    private static final double CERTAIN = 1;

    /** What is said. */
    public enum Verdict implements Code {
        /** It belongs there. */
        ADD,
        /** It does not belong there. */
        REMOVE,
        /** It belongs there, as it was judged, and is to stay whatever is judged later. */
        LOCK
    }

    /** Whether the classifier said the same by itself. */
    public boolean agreed() {
        return judged.isPresent() != (verdict == Verdict.REMOVE);
    }

    /** The same resource as it is filed with these corrections, whatever was judged. */
    public static LearningResource apply(List<Correction> corrections, LearningResource resource) {
        List<TradeAssertion> trades = new ArrayList<>();
        corrections.stream()
                .filter(correction -> correction.verdict() != Verdict.REMOVE)
                .forEach(correction -> trades.add(correction.assertion(resource)));
        resource.subject().trades().stream()
                .filter(judged -> corrections.stream()
                        .noneMatch(correction -> correction.trade().equals(judged.id())))
                .forEach(trades::add);
        return corrections.isEmpty() ? resource : resource.withTrades(trades);
    }

    /** The words that gave a locked one stay its evidence as long as it is judged so too. */
    private TradeAssertion assertion(LearningResource resource) {
        List<Evidence> evidence = resource.subject().trades().stream()
                .filter(judged -> verdict == Verdict.LOCK && judged.id().equals(trade))
                .findFirst()
                .map(TradeAssertion::evidence)
                .orElseGet(() -> List.of(new Evidence(why, "operator")));
        return new TradeAssertion(trade, CERTAIN, evidence, AssertedBy.OPERATOR);
    }
}
