package be.vakoogst.run;

import be.vakoogst.failure.Failure;
import be.vakoogst.resource.Code;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes how items ended. An item counts once a run, however often it is written. */
class OutcomeLedger {

    private static final Logger LOG = LoggerFactory.getLogger(OutcomeLedger.class);

    private static final String INSERT = """
            insert into run_item (run_id, resource_id, item_key, url, outcome, stage, reason, detail, at)
            select :run, resource_id, item_key, url, outcome, stage, reason, detail, :at
            from unnest(:ids::text[], :keys::text[], :urls::text[], :outcomes::text[],
                        :stages::text[], :reasons::text[], :details::text[])
                 as o (resource_id, item_key, url, outcome, stage, reason, detail)
            on conflict do nothing
            returning coalesce(resource_id, url)
            """;

    private static final String COUNT = """
            update run set count_new = count_new + :new, count_changed = count_changed + :changed,
                count_unchanged = count_unchanged + :unchanged, count_gone = count_gone + :gone,
                count_failed = count_failed + :failed, count_partial = count_partial + :partial
            where id = :run
            """;

    private final JdbcClient database;
    private final InstantSource clock;
    private final RunMeters meters;

    OutcomeLedger(JdbcClient database, InstantSource clock, RunMeters meters) {
        this.database = database;
        this.clock = clock;
        this.meters = meters;
    }

    /** Within the caller's transaction. */
    void write(RunId run, SourceId source, List<ItemEnd> outcomes) {
        if (outcomes.isEmpty()) {
            return;
        }
        List<ItemEnd> written = newlyWritten(source, outcomes, insert(run, source, outcomes));
        count(run, written.stream().map(ItemEnd::count).reduce(Counts.ZERO, Counts::plus));
        meters.ended(written);
        written.forEach(end -> log(source, end));
    }

    /** With the ids of run and item beside it, so that logs can be searched for either. */
    private static void log(SourceId source, ItemEnd end) {
        end.failure().ifPresent(failure -> {
            String item = end.resource(source).map(ResourceId::value).orElse("");
            try (var _ = MDC.putCloseable("item", item)) {
                LOG.info(
                        "{} {} at {}: {}",
                        end.kind().code(),
                        failure.url(),
                        failure.stage().code(),
                        failure.reason().code());
            }
        });
    }

    private List<String> insert(RunId run, SourceId source, List<ItemEnd> outcomes) {
        return database.sql(INSERT)
                .param("run", run.value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("ids", column(outcomes, outcome -> id(outcome, source)))
                .param(
                        "keys",
                        column(
                                outcomes,
                                outcome -> outcome.key().map(key -> key.value()).orElse(null)))
                .param("urls", column(outcomes, outcome -> outcome.url().toString()))
                .param("outcomes", column(outcomes, outcome -> outcome.kind().code()))
                .param("stages", column(outcomes, outcome -> code(outcome, Failure::stage)))
                .param("reasons", column(outcomes, outcome -> code(outcome, Failure::reason)))
                .param(
                        "details",
                        column(
                                outcomes,
                                outcome ->
                                        outcome.failure().map(Failure::detail).orElse(null)))
                .query(String.class)
                .list();
    }

    /** What counted as new is an item of old with another name. */
    void renamed(RunId run, ResourceId from, ResourceId to) {
        database.sql(
                        "update run_item set resource_id = :to, outcome = 'changed' where run_id = :run and resource_id = :from")
                .param("to", to.value())
                .param("run", run.value())
                .param("from", from.value())
                .update();
        count(run, new Counts(-1, 1, 0, 0, 0, 0));
    }

    /** What was written before, by a chunk that is now repeated, has been counted then. */
    private static List<ItemEnd> newlyWritten(SourceId source, List<ItemEnd> ends, List<String> written) {
        Set<String> uncounted = new HashSet<>(written);
        return ends.stream()
                .filter(end -> uncounted.remove(end.resource(source)
                        .map(ResourceId::value)
                        .orElse(end.url().toString())))
                .toList();
    }

    /** In the order they ended, from behind a number on. */
    List<RunItem> list(RunId run, Optional<RunItem.Outcome> outcome, long after, int limit) {
        return database.sql("""
                        select id, resource_id, item_key, url, outcome, stage, reason, detail, at from run_item
                        where run_id = :run and id > :after and (:outcome::text is null or outcome = :outcome)
                        order by id limit :limit
                        """)
                .param("run", run.value())
                .param("after", after)
                .param("outcome", outcome.map(Code::code).orElse(null))
                .param("limit", limit)
                .query(OutcomeLedger::item)
                .list();
    }

    /** The latest first. */
    List<RunItem> latest(RunId run, int limit) {
        return database.sql("""
                        select id, resource_id, item_key, url, outcome, stage, reason, detail, at from run_item
                        where run_id = :run order by id desc limit :limit
                        """)
                .param("run", run.value())
                .param("limit", limit)
                .query(OutcomeLedger::item)
                .list();
    }

    /** What went wrong in a run, the most frequent first, each with one address as an example. */
    List<FailureGroup> groups(RunId run) {
        return database.sql("""
                        select stage, reason, outcome = 'failed' as lost, count(*) as number, min(url) as example, min(detail) as detail
                        from run_item where run_id = :run and reason is not null
                        group by stage, reason, outcome = 'failed' order by lost desc, number desc
                        """)
                .param("run", run.value())
                .query((row, number) -> new FailureGroup(
                        row.getString("stage"),
                        row.getString("reason"),
                        row.getBoolean("lost"),
                        row.getInt("number"),
                        URI.create(row.getString("example")),
                        row.getString("detail")))
                .list();
    }

    /** The items of a run that went wrong for one reason, in the order they ended, from behind a number on. */
    List<RunItem> listByReason(RunId run, String reason, long after, int limit) {
        return database.sql("""
                        select id, resource_id, item_key, url, outcome, stage, reason, detail, at from run_item
                        where run_id = :run and id > :after and reason = :reason order by id limit :limit
                        """)
                .param("run", run.value())
                .param("after", after)
                .param("reason", reason)
                .param("limit", limit)
                .query(OutcomeLedger::item)
                .list();
    }

    /** How an item ended in its latest runs, the latest first. */
    List<Ended> storyOf(ResourceId resource, int limit) {
        return database.sql("""
                        select run_id, id, resource_id, item_key, url, outcome, stage, reason, detail, at from run_item
                        where resource_id = :resource order by id desc limit :limit
                        """)
                .param("resource", resource.value())
                .param("limit", limit)
                .query((row, number) -> new Ended(new RunId(row.getLong("run_id")), item(row, number)))
                .list();
    }

    private static RunItem item(ResultSet row, int number) throws SQLException {
        return new RunItem(
                row.getLong("id"),
                Optional.ofNullable(row.getString("resource_id")).map(ResourceId::new),
                Optional.ofNullable(row.getString("item_key")),
                URI.create(row.getString("url")),
                RunItem.Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString("stage")),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getString("detail")),
                row.getTimestamp("at").toInstant());
    }

    private void count(RunId run, Counts counts) {
        database.sql(COUNT)
                .param("run", run.value())
                .param("new", counts.added())
                .param("changed", counts.changed())
                .param("unchanged", counts.unchanged())
                .param("gone", counts.gone())
                .param("failed", counts.failed())
                .param("partial", counts.partial())
                .update();
    }

    private static String[] column(List<ItemEnd> outcomes, Function<ItemEnd, @Nullable String> cell) {
        return outcomes.stream().map(cell).toArray(String[]::new);
    }

    private static @Nullable String id(ItemEnd outcome, SourceId source) {
        return outcome.resource(source).map(ResourceId::value).orElse(null);
    }

    private static @Nullable String code(ItemEnd outcome, Function<Failure, Code> part) {
        return outcome.failure().map(part).map(Code::code).orElse(null);
    }
}
