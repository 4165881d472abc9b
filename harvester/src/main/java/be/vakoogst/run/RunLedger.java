package be.vakoogst.run;

import be.vakoogst.resource.SourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The runs in the database, from the wish to the verdict. */
class RunLedger {

    private static final String COLUMNS = """
            select id, source_id, mode, trigger, state, reason, requested_at, started_at, ended_at,
                   count_new, count_changed, count_unchanged, count_gone, count_failed, count_partial, listed, attempts, last_sign_at
            from run
            """;

    private final JdbcClient database;
    private final InstantSource clock;
    private final RunMeters meters;

    RunLedger(JdbcClient database, InstantSource clock, RunMeters meters) {
        this.database = database;
        this.clock = clock;
        this.meters = meters;
    }

    Run request(SourceId source, Mode mode, Trigger trigger) {
        long id = database.sql("""
                        with waiting as (
                            select id from run
                            where source_id = :source and mode = :mode and trigger = :trigger and state = 'queued' and attempts = 0
                            order by id limit 1),
                        asked as (
                            insert into run (source_id, mode, trigger, state, requested_at)
                            select :source, :mode, :trigger, 'queued', :now where not exists (select from waiting) returning id)
                        select id from waiting union all select id from asked
                        """)
                .param("source", source.value())
                .param("mode", mode.code())
                .param("trigger", trigger.code())
                .param("now", now())
                .query(Long.class)
                .single();
        return find(new RunId(id)).orElseThrow();
    }

    /** The run that a source has to do next: one that was interrupted, then what somebody asked for, then what its schedule wants. */
    Optional<Run> nextOf(SourceId source) {
        return database.sql(COLUMNS + """
                        where source_id = :source and state in ('queued', 'running')
                        order by case state when 'running' then 0 else 1 end, case trigger when 'schedule' then 1 else 0 end, id
                        limit 1
                        """)
                .param("source", source.value())
                .query(RunLedger::run)
                .optional();
    }

    /** Begins it, once more if it was begun before; the attempt that is given back is the one that may end it. */
    Run start(RunId run) {
        database.sql("""
                        update run set state = 'running', attempts = attempts + 1, reason = null,
                            started_at = coalesce(started_at, :now), begun_at = :now, last_sign_at = :now,
                            spent_seconds = spent_seconds + coalesce(extract(epoch from last_sign_at - begun_at)::bigint, 0)
                        where id = :run
                        """).param("now", now()).param("run", run.value()).update();
        return find(run).orElseThrow();
    }

    /** That something came of it, and how many items the list has shown so far; after a restart, at least those that are done. */
    void listed(RunId run, int listed) {
        database.sql("""
                        update run set last_sign_at = :now,
                            listed = greatest(listed, :listed, count_new + count_changed + count_unchanged + count_gone + count_failed)
                        where id = :run
                        """)
                .param("now", now())
                .param("listed", listed)
                .param("run", run.value())
                .update();
    }

    /** How long its earlier attempts took. */
    Duration spent(RunId run) {
        return database.sql("select spent_seconds from run where id = :run")
                .param("run", run.value())
                .query((row, number) -> Duration.ofSeconds(row.getLong(1)))
                .single();
    }

    /** Unless it has ended, or another process took it over. */
    void end(Run run, Verdict verdict) {
        int ended = database.sql("""
                        update run set state = :state, reason = :reason, ended_at = :now
                        where id = :run and attempts = :attempts and ended_at is null
                        """)
                .param("state", verdict.state().code())
                .param("reason", verdict.reason().orElse(null))
                .param("now", now())
                .param("run", run.id().value())
                .param("attempts", run.attempts())
                .update();
        if (ended > 0) {
            Instant start = run.startedAt().orElse(run.requestedAt());
            meters.ended(verdict.state(), Duration.between(start, clock.instant()));
        }
    }

    /** When a run of a source last brought or took away anything; empty when none has. */
    Optional<Instant> lastChange(SourceId source) {
        return database.sql("""
                        select max(ended_at) from run
                        where source_id = ? and count_new + count_changed + count_gone > 0
                        """)
                .param(source.value())
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /** How many runs wait or are under way. */
    Map<RunState, Long> open() {
        Map<RunState, Long> open = new EnumMap<>(RunState.class);
        database.sql("select state, count(*) as runs from run where state in ('queued', 'running') group by state")
                .query(row -> {
                    open.put(RunState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)), row.getLong("runs"));
                });
        return open;
    }

    /** Back to the queue, to go on where it was; unless it has ended, or another process took it over. */
    void requeue(Run run, String reason) {
        database.sql("""
                        update run set state = 'queued', reason = :reason, stop_requested = false, last_sign_at = :now
                        where id = :run and attempts = :attempts and ended_at is null
                        """)
                .param("reason", reason)
                .param("now", now())
                .param("run", run.id().value())
                .param("attempts", run.attempts())
                .update();
    }

    /** Back to the queue although it had ended, with all the time of a new one. */
    void restart(Run run) {
        database.sql("""
                        update run set state = 'queued', reason = null, ended_at = null, stop_requested = false,
                            begun_at = null, last_sign_at = null, spent_seconds = 0
                        where id = :run and attempts = :attempts
                        """)
                .param("run", run.id().value())
                .param("attempts", run.attempts())
                .update();
    }

    /** Why a run waits. */
    void waits(Run run, String reason) {
        database.sql(
                        "update run set reason = :reason where id = :run and state = 'queued' and reason is distinct from :reason")
                .param("reason", reason)
                .param("run", run.id().value())
                .update();
    }

    /**
     * Puts back what counts as running although no process gave a sign of life for its source: nobody runs it. A process picks the
     * source's row of db-scheduler before it begins a run, and keeps that row's heartbeat fresh until the run has ended.
     */
    void requeueInterrupted(Instant lastSignOfLife) {
        database.sql("""
                        update run set state = 'queued', reason = 'its process ended; it goes on where it was'
                        where state = 'running' and not exists (
                            select 1 from scheduled_tasks t
                            where t.task_instance = run.source_id and t.picked and t.last_heartbeat >= :life)
                        """).param("life", lastSignOfLife.atOffset(ZoneOffset.UTC)).update();
    }

    void requestStop(RunId run) {
        database.sql("update run set stop_requested = true where id = :run")
                .param("run", run.value())
                .update();
    }

    boolean stopRequested(RunId run) {
        return database.sql("select stop_requested from run where id = :run")
                .param("run", run.value())
                .query(Boolean.class)
                .single();
    }

    /** What the list told of itself in a run. */
    ListStory listStory(RunId run) {
        return database.sql(
                        "select list_unchanged, list_broken, list_complete, list_changes_only from run where id = :run")
                .param("run", run.value())
                .query((row, number) ->
                        new ListStory(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4)))
                .single();
    }

    record ListStory(boolean unchanged, boolean broken, boolean complete, boolean changesOnly) {}

    /** All other items of the source that are not gone, counted as unchanged: the list named only what changed. Repeating it is harmless. */
    void countRestUnchanged(Run run) {
        database.sql("""
                        update run set count_unchanged = (
                            select count(*) from run_item where run_id = :run and outcome = 'unchanged') + (
                            select count(*) from item i where i.source_id = :source and not i.gone and not exists (
                                select 1 from run_item r where r.run_id = :run and r.resource_id = i.resource_id))
                        where id = :run
                        """)
                .param("source", run.source().value())
                .param("run", run.id().value())
                .update();
    }

    /** How many items the last good run before this one found; 0 when there was none. */
    int foundBefore(Run run) {
        return database.sql("""
                        select count_new + count_changed + count_unchanged + count_failed from run
                        where source_id = :source and id < :run and state in ('succeeded', 'succeeded-with-errors')
                        and mode in ('incremental', 'full') order by id desc limit 1
                        """)
                .param("source", run.source().value())
                .param("run", run.id().value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Whether an item failed in a way that may pass: then the list must be read again next time, even if it is unchanged. */
    boolean mayPass(RunId run, List<String> passingReasons) {
        return database.sql("select exists (select 1 from run_item where run_id = :run and reason = any (:reasons))")
                .param("run", run.value())
                .param("reasons", passingReasons.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /** All items of the source that are not gone, counted as unchanged: the list said that it is as it was. */
    void countAllUnchanged(Run run) {
        database.sql("""
                        update run set count_unchanged =
                            (select count(*) from item where source_id = :source and not gone) where id = :run
                        """)
                .param("source", run.source().value())
                .param("run", run.id().value())
                .update();
    }

    Optional<Run> find(RunId run) {
        return database.sql(COLUMNS + "where id = :run")
                .param("run", run.value())
                .query(RunLedger::run)
                .optional();
    }

    /** The latest first, before a run's number. */
    List<Run> list(Optional<SourceId> source, Optional<RunState> state, long before, int limit) {
        return database.sql(COLUMNS + """
                        where id < :before and (:source::text is null or source_id = :source)
                        and (:state::text is null or state = :state) order by id desc limit :limit
                        """)
                .param("before", before)
                .param("source", source.map(SourceId::value).orElse(null))
                .param("state", state.map(RunState::code).orElse(null))
                .param("limit", limit)
                .query(RunLedger::run)
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                new RunId(row.getLong("id")),
                new SourceId(row.getString("source_id")),
                constant(Mode.class, row.getString("mode")),
                constant(Trigger.class, row.getString("trigger")),
                constant(RunState.class, row.getString("state")),
                Optional.ofNullable(row.getString("reason")),
                row.getTimestamp("requested_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("started_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
                new Counts(
                        row.getInt("count_new"),
                        row.getInt("count_changed"),
                        row.getInt("count_unchanged"),
                        row.getInt("count_gone"),
                        row.getInt("count_failed"),
                        row.getInt("count_partial")),
                row.getInt("listed"),
                row.getInt("attempts"),
                Optional.ofNullable(row.getTimestamp("last_sign_at")).map(Timestamp::toInstant));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String code) {
        return Enum.valueOf(type, code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
