package be.vakoogst.run;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.connector.ItemKey;
import be.vakoogst.failure.Reason;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.source.Source;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Ends a run: judges it, and only when it did not fail withdraws what a whole list lacks and remembers the listing. */
class Conclusion {

    private static final int WITHDRAWN_TOGETHER = 500;

    private static final List<String> PASSING = Arrays.stream(Reason.values())
            .filter(Reason::passing)
            .map(Reason::code)
            .toList();

    private final JdbcClient database;
    private final TransactionOperations transaction;
    private final Catalogue catalogue;
    private final Ledgers ledgers;

    Conclusion(JdbcClient database, TransactionOperations transaction, Catalogue catalogue, Ledgers ledgers) {
        this.database = database;
        this.transaction = transaction;
        this.catalogue = catalogue;
        this.ledgers = ledgers;
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
        if (verdict.state() != RunState.FAILED) {
            settle(run, list);
        }
        transaction.executeWithoutResult(status -> {
            ledgers.listings().clear(id);
            ledgers.runs().end(run, verdict);
        });
    }

    private Verdict judge(Run run, RunLedger.ListStory list, Source source) {
        int before = run.mode() == Mode.REPROCESS ? 0 : ledgers.runs().foundBefore(run);
        return Verdict.on(run.counts(), list.unchanged(), list.broken(), before, source.limits());
    }

    private void settle(Run run, RunLedger.ListStory list) {
        if (list.complete() && !list.broken()) {
            withdrawWhatIsMissing(run);
        }
        if (!list.broken() && !ledgers.runs().mayPass(run.id(), PASSING)) {
            transaction.executeWithoutResult(status -> ledgers.listings().remember(run.id(), run.source()));
        }
    }

    /** In bounded steps, each a transaction; after a crash the rest is still missing and goes then. */
    private void withdrawWhatIsMissing(Run run) {
        for (List<Missing> some = missing(run); !some.isEmpty(); some = missing(run)) {
            List<Missing> step = some;
            transaction.executeWithoutResult(status -> withdraw(run, step));
        }
    }

    private void withdraw(Run run, List<Missing> missing) {
        List<ResourceId> ids = missing.stream().map(Missing::id).toList();
        catalogue.withdraw(ids, "no longer in the source's complete list");
        ledgers.items().gone(run.id(), ids);
        ledgers.outcomes()
                .write(
                        run.id(),
                        run.source(),
                        missing.stream().map(Missing::outcome).toList());
    }

    private List<Missing> missing(Run run) {
        return database.sql("""
                        select resource_id, item_key, url from item
                        where source_id = :source and not gone and last_run < :run limit :limit
                        """)
                .param("source", run.source().value())
                .param("run", run.id().value())
                .param("limit", WITHDRAWN_TOGETHER)
                .query((row, number) -> new Missing(
                        new ResourceId(row.getString("resource_id")),
                        new ItemKey(row.getString("item_key")),
                        URI.create(row.getString("url"))))
                .list();
    }

    private record Missing(ResourceId id, ItemKey key, URI url) {

        ItemEnd outcome() {
            return new ItemEnd(Optional.of(key), url, RunItem.Outcome.GONE, Optional.empty());
        }
    }
}
