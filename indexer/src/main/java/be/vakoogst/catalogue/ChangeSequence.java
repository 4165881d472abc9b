package be.vakoogst.catalogue;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gives change numbers so that they become visible in their order: whoever wants one waits for the transaction before
 * to end. PostgreSQL makes a commit visible before it releases that transaction's locks, so a reader that sees number n
 * sees every lower one that will ever exist. The alternative, holding readers back to the oldest running transaction
 * (pg_snapshot_xmin), would let any long transaction of the cluster stop the index.
 *
 * <p>Needs the isolation level READ COMMITTED, PostgreSQL's default: the rows are read after the wait, not before.
 */
final class ChangeSequence {

    /** The lock's key: "vakoogst" in ASCII. */
    private static final long LOCK = 0x76616b6f6f677374L;

    private final JdbcClient jdbc;

    ChangeSequence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for its turn, which lasts until the caller's transaction ends. */
    void awaitTurn() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("The catalogue changes only within the caller's transaction");
        }
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(row -> {});
    }

    List<ChangeNumber> draw(int count) {
        return jdbc.sql("select nextval('change_number') from generate_series(1, ?)")
                .param(count)
                .query((row, index) -> new ChangeNumber(row.getLong(1)))
                .list();
    }
}
