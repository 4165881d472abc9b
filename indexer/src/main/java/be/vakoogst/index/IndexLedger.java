package be.vakoogst.index;

import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.catalogue.ChangeNumber;
import be.vakoogst.resource.ResourceId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** How far each index has come, and what it refused. */
class IndexLedger {

    private static final Logger LOG = LoggerFactory.getLogger(IndexLedger.class);

    private final JdbcClient database;
    private final TransactionOperations transaction;
    private final InstantSource clock;

    /** @param transaction a new one each time, so that a step is kept while a longer work goes on */
    IndexLedger(JdbcClient database, TransactionOperations transaction, InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    ChangeNumber position(Indices.Index index) {
        return database.sql("select change_number from index_position where index_uuid = :uuid")
                .param("uuid", index.uuid())
                .query(Long.class)
                .optional()
                .map(ChangeNumber::new)
                .orElse(ChangeNumber.NONE);
    }

    /** How far any index has come: what is said while the engine does not tell which one serves. */
    ChangeNumber furthest() {
        return database.sql("select coalesce(max(change_number), 0) from index_position")
                .query((row, number) -> new ChangeNumber(row.getLong(1)))
                .single();
    }

    /** An index holds these changes now, all but the refused ones; what was refused before and is taken now is refused no more. */
    void reached(Indices.Index index, List<CatalogueRecord> changes, List<Acknowledgements.Rejection> rejections) {
        transaction.executeWithoutResult(status -> {
            database.sql("delete from index_rejection where resource_id = any (:ids)")
                    .param(
                            "ids",
                            changes.stream().map(change -> change.id().value()).toArray(String[]::new))
                    .update();
            rejections.forEach(rejection -> reject(index, rejection));
            database.sql("""
                            insert into index_position (index_uuid, index_name, change_number)
                            values (:uuid, :name, :number)
                            on conflict (index_uuid) do update set change_number = excluded.change_number
                            """)
                    .param("uuid", index.uuid())
                    .param("name", index.name())
                    .param("number", changes.getLast().number().value())
                    .update();
        });
    }

    /** Waits until nobody else, on whatever node, does this work, and does it. */
    <T> T alone(Work work, Supplier<T> what) {
        return Objects.requireNonNull(transaction.execute(status -> {
            database.sql("select pg_advisory_xact_lock(?)").param(work.lock).query(row -> {});
            return what.get();
        }));
    }

    /** Does it unless somebody else does already; empty then. */
    <T> Optional<T> unlessOthersDo(Work work, Supplier<T> what) {
        return Objects.requireNonNull(transaction.execute(status -> {
            boolean ours = database.sql("select pg_try_advisory_xact_lock(?)")
                    .param(work.lock)
                    .query(Boolean.class)
                    .single();
            return ours ? Optional.of(what.get()) : Optional.<T>empty();
        }));
    }

    /** What only one of all nodes does at a time, with its lock's key: "index" in ASCII and a number. */
    enum Work {
        /** Writing into the index that serves, and changing over to another. */
        SERVING(0x696e6465_7801L),
        /** Making an index beside the one that serves. */
        MAKING(0x696e6465_7802L),
        /** Comparing the index that serves with the catalogue. */
        CHECKING(0x696e6465_7803L);

        private final long lock;

        Work(long lock) {
            this.lock = lock;
        }
    }

    /** Some of what is refused, by id, from behind one on. */
    List<Refused> refused(String after, int limit) {
        return database.sql("""
                        select resource_id, change_number, index_name, reason, rejected_at from index_rejection
                        where resource_id > :after order by resource_id limit :limit
                        """)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Refused(
                        new ResourceId(row.getString("resource_id")),
                        row.getLong("change_number"),
                        row.getString("index_name"),
                        row.getString("reason"),
                        row.getTimestamp("rejected_at").toInstant()))
                .list();
    }

    /** Which of these records the engine refuses. */
    Set<String> refusedAmong(List<ResourceId> ids) {
        return database.sql("select resource_id from index_rejection where resource_id = any (:ids)")
                .param("ids", ids.stream().map(ResourceId::value).toArray(String[]::new))
                .query(String.class)
                .set();
    }

    /** What was sent again without going on in the sequence. */
    void noteRefused(Indices.Index index, List<Acknowledgements.Rejection> rejections) {
        transaction.executeWithoutResult(status -> rejections.forEach(rejection -> reject(index, rejection)));
    }

    void note(IndexCheck.Result result) {
        transaction.executeWithoutResult(status -> database.sql("""
                        insert into index_check (at, index_name, compared, missing, stale, extra, left_over)
                        values (:at, :index, :compared, :missing, :stale, :extra, :left) on conflict do nothing
                        """)
                .param("at", result.at().atOffset(ZoneOffset.UTC))
                .param("index", result.index())
                .param("compared", result.compared())
                .param("missing", result.missing())
                .param("stale", result.stale())
                .param("extra", result.extra())
                .param("left", result.leftOver())
                .update());
    }

    Optional<IndexCheck.Result> lastCheck() {
        return database.sql("""
                        select at, index_name, compared, missing, stale, extra, left_over from index_check
                        order by at desc limit 1
                        """)
                .query((row, number) -> new IndexCheck.Result(
                        row.getTimestamp("at").toInstant(),
                        row.getString("index_name"),
                        row.getLong("compared"),
                        row.getLong("missing"),
                        row.getLong("stale"),
                        row.getLong("extra"),
                        row.getLong("left_over")))
                .optional();
    }

    long countRefused() {
        return database.sql("select count(*) from index_rejection")
                .query(Long.class)
                .single();
    }

    /**
     * A record that the engine would not take.
     *
     * @param change of the record, which was refused
     */
    record Refused(ResourceId id, long change, String index, String reason, Instant at) {}

    private void reject(Indices.Index index, Acknowledgements.Rejection rejection) {
        LOG.warn("{} refuses {}: {}", index.name(), rejection.record().id(), rejection.reason());
        database.sql("""
                        insert into index_rejection (resource_id, change_number, index_name, reason, rejected_at)
                        values (:id, :number, :index, :reason, :at)
                        on conflict (resource_id) do update set change_number = excluded.change_number,
                            index_name = excluded.index_name, reason = excluded.reason, rejected_at = excluded.rejected_at
                        """)
                .param("id", rejection.record().id().value())
                .param("number", rejection.record().number().value())
                .param("index", index.name())
                .param("reason", rejection.reason())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
