package be.vakoogst.trade;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.catalogue.ChangeNumber;
import be.vakoogst.catalogue.Correction;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.TradeAssertion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;

/** Files every record of the catalogue anew, by the vocabulary as its files are now. No publisher is asked, and searches go on. */
class Reclassification {

    private static final int TOGETHER = 100;
    private static final int MOST_SHOWN = 100;

    private final Catalogue catalogue;
    private final InForce trades;
    private final Following nodes;
    private final TransactionTemplate transaction;

    Reclassification(Catalogue catalogue, InForce trades, Following nodes, TransactionTemplate transaction) {
        this.catalogue = catalogue;
        this.trades = trades;
        this.nodes = nodes;
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

    /** @throws VocabularyException when something is wrong with the files; then nothing changes, and what was in force stays so */
    Outcome run(boolean dryRun) {
        InForce.Fresh fresh = trades.fresh();
        if (!dryRun) {
            trades.become(fresh);
            nodes.announce();
        }
        return run(dryRun, fresh.classifier());
    }

    private Outcome run(boolean dryRun, Classifier classifier) {
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
            List<Refiled> otherwise = otherwise(records, classifier);
            List<Move> moves = otherwise.stream()
                    .map(Refiled::move)
                    .filter(Move::elsewhere)
                    .toList();
            moves.stream().limit(MOST_SHOWN - first.size()).forEach(first::add);
            moved += moves.size();
            if (!dryRun) {
                amend(otherwise, classifier);
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
    private void amend(List<Refiled> refiled, Classifier classifier) {
        List<ResourceId> ids =
                refiled.stream().map(each -> each.resource().id()).toList();
        if (!ids.isEmpty()) {
            transaction.executeWithoutResult(status -> catalogue.amend(ids, classifier::file));
        }
    }

    /** What an operator said stays; what the source states for all it has holds where no word of the record speaks. */
    private List<Refiled> otherwise(List<CatalogueRecord> records, Classifier classifier) {
        Map<ResourceId, List<Correction>> said = catalogue
                .corrections()
                .of(records.stream().map(CatalogueRecord::id).toList());
        return records.stream()
                .map(CatalogueRecord::resource)
                .flatMap(Optional::stream)
                .map(resource -> new Refiled(
                        resource,
                        Correction.apply(said.getOrDefault(resource.id(), List.of()), classifier.file(resource))
                                .subject()
                                .trades()))
                .filter(Refiled::differs)
                .toList();
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
