package be.vakoogst.run;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.failure.Reason;
import be.vakoogst.life.Removal;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.source.Source;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/** Ends a run: judges it, and only when it did not fail lets go what a whole list lacks and remembers the listing. */
class Conclusion {

    private static final int TOGETHER = 500;

    private static final List<String> PASSING = Arrays.stream(Reason.values())
            .filter(Reason::passing)
            .map(Reason::code)
            .toList();

    private final TransactionOperations transaction;
    private final Catalogue catalogue;
    private final Ledgers ledgers;
    private final Successions successions;

    Conclusion(TransactionOperations transaction, Catalogue catalogue, Ledgers ledgers, Successions successions) {
        this.transaction = transaction;
        this.catalogue = catalogue;
        this.ledgers = ledgers;
        this.successions = successions;
    }

    /** May be begun again after a crash at any place. */
    void conclude(Run run, Source source) {
        RunId id = run.id();
        RunLedger.ListStory list = ledgers.runs().listStory(id);
        if (list.unchanged()) {
            ledgers.runs().countAllUnchanged(run);
        } else if (list.changesOnly()) {
            ledgers.runs().countRestUnchanged(run);
        }
        Verdict verdict = judge(ledgers.runs().find(id).orElseThrow(), list, source);
        Optional<Removal> removal = run.mode().isHarvest() ? settle(run, source, list, verdict) : Optional.empty();
        transaction.executeWithoutResult(status -> {
            ledgers.listings().clear(id);
            ledgers.runs().end(run, removal.map(verdict::with).orElse(verdict));
        });
    }

    private Verdict judge(Run run, RunLedger.ListStory list, Source source) {
        boolean ofList = run.mode().isHarvest() || run.mode() == Mode.DRY_RUN;
        int before = ofList ? ledgers.runs().foundBefore(run) : 0;
        Counts gone = Counts.gone(ledgers.life().announced(run.id().cause()));
        return Verdict.on(run.counts().plus(gone), list.unchanged(), list.broken(), before, source.limits());
    }

    private Optional<Removal> settle(Run run, Source source, RunLedger.ListStory list, Verdict verdict) {
        if (verdict.state() != RunState.FAILED) {
            settle(run, source, list);
        }
        Optional<Removal> removal = ledgers.life().settle(source, run.id().cause());
        removal.filter(done -> done.state() == Removal.State.DONE).ifPresent(done -> tellOfGone(run, done));
        return removal;
    }

    private void settle(Run run, Source source, RunLedger.ListStory list) {
        if (!list.changesOnly()) {
            successions.settle(run);
        }
        if (list.complete() && !list.broken()) {
            ledgers.life().addMissing(source, run.id().cause(), run.id().value());
        }
        if (list.unchanged() || list.changesOnly()) {
            transaction.executeWithoutResult(status -> catalogue.seenWhole(source.id()));
        }
        if (!list.broken() && !ledgers.runs().mayPass(run.id(), PASSING)) {
            transaction.executeWithoutResult(status -> ledgers.listings().remember(run.id(), run.source()));
        }
    }

    private void tellOfGone(Run run, Removal removal) {
        String after = "";
        for (List<ResourceId> some = ledgers.life().removed(removal, after, TOGETHER);
                !some.isEmpty();
                some = ledgers.life().removed(removal, after, TOGETHER)) {
            List<ResourceId> step = some;
            transaction.executeWithoutResult(status -> ledgers.outcomes()
                    .write(run.id(), run.source(), ledgers.items().ends(step)));
            after = some.getLast().value();
        }
    }
}
