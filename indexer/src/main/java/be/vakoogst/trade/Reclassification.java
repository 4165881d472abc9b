package be.vakoogst.trade;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.catalogue.ChangeNumber;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.TradeAssertion;
import be.vakoogst.resource.TradeAssertion.AssertedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;

/** Files every record of the catalogue anew, as after a change of the vocabulary. No publisher is asked, and searches go on. */
class Reclassification {

    private static final int TOGETHER = 100;
    private static final int MOST_SHOWN = 100;

    private final Catalogue catalogue;
    private final Classifier classifier;
    private final TransactionTemplate transaction;

    Reclassification(Catalogue catalogue, Classifier classifier, TransactionTemplate transaction) {
        this.catalogue = catalogue;
        this.classifier = classifier;
        this.transaction = transaction;
    }

    /**
     * What came of it.
     *
     * @param looked records looked at
     * @param changed those with another judgement now, be it only its score or evidence; or that would have one
     * @param moved those of them that are under other trades
     * @param first the first hundred that moved
     */
    record Outcome(boolean dryRun, long looked, long changed, long moved, List<Move> first) {}

    /** From which trades to which, by id. */
    record Move(ResourceId id, String title, List<String> from, List<String> to) {

        boolean elsewhere() {
            return !Set.copyOf(from).equals(Set.copyOf(to));
        }
    }

    Outcome run(boolean dryRun) {
        ChangeNumber end = catalogue.latest();
        ChangeNumber at = ChangeNumber.NONE;
        long looked = 0;
        long changed = 0;
        long moved = 0;
        List<Move> first = new ArrayList<>();
        while (at.value() < end.value()) {
            List<CatalogueRecord> records = upTo(end, catalogue.changesAfter(at, TOGETHER));
            if (records.isEmpty()) {
                break;
            }
            List<Refiled> otherwise = records.stream()
                    .map(CatalogueRecord::resource)
                    .flatMap(Optional::stream)
                    .map(resource -> new Refiled(resource, judge(resource)))
                    .filter(Refiled::differs)
                    .toList();
            List<Move> moves = otherwise.stream()
                    .map(Refiled::move)
                    .filter(Move::elsewhere)
                    .toList();
            moves.stream().limit(MOST_SHOWN - first.size()).forEach(first::add);
            moved += moves.size();
            if (!dryRun) {
                amend(otherwise);
            }
            looked += records.stream()
                    .filter(record -> record.resource().isPresent())
                    .count();
            changed += otherwise.size();
            at = records.getLast().number();
        }
        return new Outcome(dryRun, looked, changed, moved, first);
    }

    /** Without what was changed meanwhile, by this or by a harvest: that is filed by the same vocabulary already. */
    private static List<CatalogueRecord> upTo(ChangeNumber end, List<CatalogueRecord> records) {
        return records.stream()
                .filter(record -> record.number().value() <= end.value())
                .toList();
    }

    /** Judged again within the turn, as a harvest may have changed a record since it was read. */
    private void amend(List<Refiled> refiled) {
        List<ResourceId> ids =
                refiled.stream().map(each -> each.resource().id()).toList();
        if (!ids.isEmpty()) {
            transaction.executeWithoutResult(
                    status -> catalogue.amend(ids, resource -> resource.withTrades(judge(resource))));
        }
    }

    /** What an operator said stays; what the source states for all it has holds where no word of the record speaks. */
    private List<TradeAssertion> judge(LearningResource resource) {
        if (stated(resource, AssertedBy.OPERATOR)) {
            return resource.subject().trades();
        }
        return classifier.file(resource).subject().trades();
    }

    private static boolean stated(LearningResource resource, AssertedBy by) {
        return resource.subject().trades().stream().anyMatch(trade -> trade.assertedBy() == by);
    }

    private record Refiled(LearningResource resource, List<TradeAssertion> judged) {

        boolean differs() {
            return !resource.subject().trades().equals(judged);
        }

        Move move() {
            return new Move(
                    resource.id(), resource.title(), ids(resource.subject().trades()), ids(judged));
        }

        private static List<String> ids(List<TradeAssertion> trades) {
            return trades.stream().map(TradeAssertion::id).toList();
        }
    }
}
