package be.vakoogst.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of one table that are to be handed over. Safe for many threads and nodes. */
public class Deliveries {

    /** After so many attempts a row is given up. */
    public static final int TRIES = 10;

    private static final int TOGETHER = 20;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(256);
    private static final Duration TAKEN_FOR = Duration.ofMinutes(5);

    private final JdbcClient database;
    private final InstantSource clock;
    private final String table;
    private final String order;
    private final Duration firstWait;

    /**
     * @param table with {@code id} and the columns that this room needs
     * @param order the column by which rows come, the oldest first
     * @param firstWait after the first failure; each further one waits twice as long, up to 256 minutes
     */
    public Deliveries(JdbcClient database, InstantSource clock, String table, String order, Duration firstWait) {
        this.database = database;
        this.clock = clock;
        this.table = table;
        this.order = order;
        this.firstWait = firstWait;
    }

    /**
     * Those whose turn it is, the oldest first. Taken for five minutes, so that no two nodes hand over the same one.
     *
     * @param row a record whose components are columns
     */
    public <T> List<T> take(Class<T> row) {
        return database.sql("""
                        with taken as (
                            update %1$s set not_before = :later, attempts = attempts + 1 where id in (
                                select id from %1$s where sent_at is null and attempts < :tries and not_before <= :now
                                order by %2$s limit :together for update skip locked)
                            returning *)
                        select * from taken order by %2$s
                        """.formatted(table, order))
                .param("later", now().plus(TAKEN_FOR))
                .param("tries", TRIES)
                .param("now", now())
                .param("together", TOGETHER)
                .query(row)
                .list();
    }

    public void sent(Object id) {
        database.sql("update " + table + " set sent_at = :now, last_error = null where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** @param attempts so far, this one included */
    public void failed(Object id, int attempts, Exception failure) {
        Duration wait = firstWait.multipliedBy(1L << Math.min(attempts - 1, TRIES));
        database.sql("update " + table + " set not_before = :later, last_error = :error where id = :id")
                .param("later", now().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT))
                .param("error", String.valueOf(failure.getMessage()))
                .param("id", id)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
