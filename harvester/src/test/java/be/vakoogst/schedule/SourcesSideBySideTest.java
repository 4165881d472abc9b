package be.vakoogst.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.vakoogst.postgres.TestDatabase;
import be.vakoogst.publisher.Publisher;
import be.vakoogst.serving.Configured;
import be.vakoogst.serving.OperatorApi;
import be.vakoogst.serving.ServingHere;
import be.vakoogst.serving.SettableClock;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Sources with schedules, wishes and slow publishers in one application, whose clock is set by hand. */
class SourcesSideBySideTest {

    private static final Instant EVENING = Instant.parse("2026-11-25T20:00:00Z");
    private static final int MANY = 16;

    /** By their schedule. */
    private static final int AT_ONCE = 2;

    @TempDir
    private static Path folder;

    private static final SettableClock CLOCK = new SettableClock(EVENING);
    private static final Publisher PUBLISHER = new Publisher();
    private static Configured config;
    private static ServingHere application;
    private static OperatorApi api;
    private static Scheduling scheduling;
    private final JdbcClient database = JdbcClient.create(TestDatabase.dataSource());

    @BeforeAll
    static void start() throws Exception {
        TestDatabase.clear();
        PUBLISHER.offersArticles("/feed", 3);
        config = Configured.in(folder);
        application = ServingHere.start(config, "sidebyside", CLOCK, Map.of("vakoogst.schedule.parallel", AT_ONCE));
        api = application.api();
        scheduling = application.context().getBean(Scheduling.class);
    }

    @AfterAll
    static void stop() {
        PUBLISHER.releases();
        application.close();
        PUBLISHER.close();
        TestDatabase.clear();
    }

    @AfterEach
    void noSourceIsLeft() throws Exception {
        PUBLISHER.releases();
        try (var files = Files.list(folder.resolve("sources"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        database.sql("delete from source_pause").update();
        scheduling.keepInStep();
    }

    @Test
    void aCronRunsAtItsHourAndWhatWasMissedIsCaughtUpOnce() throws Exception {
        Instant day = CLOCK.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
        CLOCK.set(day.plus(Duration.ofHours(20)));
        scheduled("ochtend", "{cron: \"0 0 5 * * *\", zone: Europe/Brussels}");
        assertThat(next("ochtend")).isEqualTo(fourUtc(day, 1));
        assertThat(runs("ochtend")).isEmpty();

        CLOCK.set(Instant.parse(fourUtc(day, 1)));
        ended("ochtend", 1);
        assertThat(next("ochtend")).isEqualTo(fourUtc(day, 2));

        CLOCK.set(day.plus(Duration.ofDays(4)).plus(Duration.ofHours(11)));
        ended("ochtend", 2);
        assertThat(next("ochtend")).isEqualTo(fourUtc(day, 5));
        assertThat(runs("ochtend")).hasSize(2);
    }

    /** Five o'clock in Brussels, in winter. */
    private static String fourUtc(Instant day, int later) {
        return day.plus(Duration.ofDays(later)).plus(Duration.ofHours(4)).toString();
    }

    @Test
    void aChangedFileHoldsWithoutARestart() throws Exception {
        scheduled("wisselend", "{cron: \"0 0 5 * * *\", zone: Europe/Brussels}");
        assertThat(next("wisselend")).endsWith("T04:00:00Z");

        scheduled("wisselend", "{cron: \"0 15 6 * * *\", zone: Europe/Brussels}");
        assertThat(next("wisselend")).endsWith("T05:15:00Z");

        scheduled("wisselend", "{every: 6h}");
        ended("wisselend", 1);
        assertThat(next("wisselend"))
                .isEqualTo(CLOCK.instant().plus(Duration.ofHours(6)).toString());

        config.source("wisselend", connector() + "enabled: false\nschedule: {every: 6h}\n");
        scheduling.keepInStep();
        assertThat(next("wisselend")).isEmpty();
    }

    @Test
    void sourcesRunSideBySideAlsoWhenAllStartAtOnceAndEachHasOneRunAtATime() throws Exception {
        for (int number = 0; number < MANY; number++) {
            config.feed("bron-" + number, PUBLISHER.url("/feed"));
        }
        PUBLISHER.holdsBack(path -> path.equals("/feed"));

        List<Long> first = allAtOnce(number -> api.run("bron-" + number));
        api.until("/api/runs?state=running&size=100", list -> list.path("runs").size() == MANY);
        long second = api.run("bron-0");
        assertThat(api.get("/api/runs/" + second).path("state").asString()).isEqualTo("queued");
        PUBLISHER.releases();

        first.forEach(run -> assertThat(api.end(run).path("state").asString())
                .as("run %d", run)
                .isEqualTo("succeeded"));
        assertThat(api.end(second).path("state").asString()).isEqualTo("succeeded");
        assertThat(api.get("/api/runs/" + second).path("startedAt").asString())
                .isGreaterThanOrEqualTo(
                        api.get("/api/runs/" + first.getFirst()).path("endedAt").asString());
    }

    @Test
    void aPublisherThatDawdlesKeepsNoTransactionAndNoConnection() throws Exception {
        config.feed("traag", PUBLISHER.url("/feed"));
        PUBLISHER.holdsBack(path -> path.equals("/feed/3"));
        HikariDataSource pool = application.context().getBean(DataSource.class).unwrap(HikariDataSource.class);

        long run = api.run("traag");

        api.until("/api/runs/" + run, answer -> answer.at("/counts/new").asInt() == 2);
        assertThat(api.get("/api/runs/" + run).path("state").asString()).isEqualTo("running");
        await().until(() -> transactions() == 0 && pool.getHikariPoolMXBean().getActiveConnections() == 0);
        PUBLISHER.releases();
        assertThat(api.end(run).at("/counts/new").asInt()).isEqualTo(3);
    }

    @Test
    void aStopIsObeyedWhileThePublisherDawdlesAndARestartGoesOnWhereItWas() throws Exception {
        config.feed("gestopt", PUBLISHER.url("/feed"));
        PUBLISHER.holdsBack(path -> path.equals("/feed/3"));
        long run = api.run("gestopt");
        api.until("/api/runs/" + run, answer -> answer.at("/counts/new").asInt() == 2);

        api.post("/api/runs/" + run + "/stop", "");
        CLOCK.advance(Duration.ofSeconds(2));
        assertThat(api.end(run).path("state").asString()).isEqualTo("stopped");
        PUBLISHER.releases();

        api.post("/api/runs/" + run + "/restart", "");
        JsonNode ended = api.end(run);
        assertThat(ended.path("state").asString()).isEqualTo("succeeded");
        assertThat(ended.at("/counts/new").asInt()).isEqualTo(3);
        assertThat(api.post("/api/runs/" + run + "/restart", "").path("status").asInt())
                .isEqualTo(409);
    }

    @Test
    void aRunWhoseProcessDiedIsNotRunningAndGoesOn() throws Exception {
        config.feed("verweesd", PUBLISHER.url("/feed"));
        database.sql("""
                        insert into run (source_id, mode, trigger, state, requested_at, started_at, attempts)
                        values ('verweesd', 'incremental', 'operator', 'running', now(), now(), 1)
                        """).update();

        scheduling.keepInStep();

        JsonNode ended = ended("verweesd", 1).getFirst();
        assertThat(ended.path("state").asString()).isEqualTo("succeeded");
        assertThat(ended.path("attempts").asInt()).isEqualTo(2);
    }

    /** As one that was taken for dead leaves it: its job is done, and what it said of its run did not count any more. */
    @Test
    void aRunWhoseJobIsDoneAlreadyEndsAsItsItemsSay() throws Exception {
        config.feed("voltooid", PUBLISHER.url("/feed"));
        long run = api.run("voltooid");
        ended("voltooid", 1);
        database.sql("update run set state = 'running', ended_at = null, attempts = attempts + 1 where id = :run")
                .param("run", run)
                .update();

        scheduling.keepInStep();

        JsonNode ended = ended("voltooid", 1).getFirst();
        assertThat(ended.path("state").asString()).isEqualTo("succeeded");
        assertThat(ended.at("/counts/new").asInt()).isEqualTo(3);
    }

    @Test
    void whatWaitsForASourceThatIsNoMoreEnds() throws Exception {
        config.feed("verdwenen", PUBLISHER.url("/feed"));
        PUBLISHER.holdsBack(path -> path.equals("/feed"));
        long first = api.run("verdwenen");
        api.until("/api/runs/" + first, run -> run.path("state").asString().equals("running"));
        long second = api.run("verdwenen");

        Files.delete(folder.resolve("sources/verdwenen.yml"));
        PUBLISHER.releases();

        assertThat(api.end(first).path("state").asString()).isEqualTo("succeeded");
        assertThat(api.end(second).path("state").asString()).isEqualTo("stopped");
    }

    @Test
    void whatSomebodyAsksForDoesNotWaitForWhatSchedulesWant() throws Exception {
        PUBLISHER.holdsBack(path -> path.equals("/feed"));
        for (int number = 0; number <= AT_ONCE; number++) {
            scheduled("rooster-" + number, "{every: 6h}");
        }
        api.until("/api/runs?state=running", list -> list.path("runs").size() == AT_ONCE);

        config.feed("dringend", PUBLISHER.url("/feed"));
        long run = api.run("dringend");

        api.until("/api/runs/" + run, answer -> answer.path("state").asString().equals("running"));
        assertThat(api.get("/api/runs?state=running").path("runs").size()).isEqualTo(AT_ONCE + 1);
        PUBLISHER.releases();
        for (int number = 0; number <= AT_ONCE; number++) {
            CLOCK.advance(Duration.ofSeconds(6));
            ended("rooster-" + number, 1);
        }
    }

    @Test
    void whatWaitsInTheQueueIsTakenOutOfIt() throws Exception {
        config.feed("rij", PUBLISHER.url("/feed"));
        PUBLISHER.holdsBack(path -> path.equals("/feed"));
        long first = api.run("rij");
        api.until("/api/runs/" + first, run -> run.path("state").asString().equals("running"));
        long second = api.run("rij");

        JsonNode cancelled = api.post("/api/runs/" + second + "/stop", "");
        PUBLISHER.releases();

        assertThat(cancelled.path("state").asString()).isEqualTo("stopped");
        assertThat(api.end(first).path("state").asString()).isEqualTo("succeeded");
        assertThat(api.get("/api/runs/" + second).path("attempts").asInt()).isZero();
    }

    @Test
    void aPausedSourceRunsOnlyOnCommandAndCatchesUpOnceResumed() throws Exception {
        scheduled("pauze", "{cron: \"0 0 5 * * *\", zone: Europe/Brussels}");
        api.post("/api/sources/pauze/pause", "");
        JsonNode paused = api.get("/api/sources/pauze");
        assertThat(paused.path("paused").asBoolean()).isTrue();
        assertThat(paused.at("/pause/by").asString()).isEqualTo("operator");
        assertThat(next("pauze")).isEmpty();

        CLOCK.advance(Duration.ofDays(2));
        scheduling.keepInStep();
        assertThat(runs("pauze")).isEmpty();
        assertThat(api.end(api.run("pauze")).path("state").asString()).isEqualTo("succeeded");
        CLOCK.advance(Duration.ofDays(2));

        api.post("/api/sources/pauze/resume", "");
        ended("pauze", 2);
        assertThat(api.get("/api/sources/pauze").at("/nextRunBecause/code").asString())
                .isEqualTo("cron");
    }

    @Test
    void aRunByScheduleLeavesOffWhenItsSourceIsPausedAndGoesOnWhereItWas() throws Exception {
        PUBLISHER.holdsBack(path -> path.equals("/feed/3"));
        scheduled("onderbroken", "{every: 6h}");
        api.until(
                "/api/runs?source=onderbroken",
                list -> list.at("/runs/0/counts/new").asInt() == 2);
        long run = runs("onderbroken").getFirst().path("id").asLong();

        api.post("/api/sources/onderbroken/pause", "");
        CLOCK.advance(Duration.ofSeconds(6));
        api.until("/api/runs/" + run, answer -> answer.path("state").asString().equals("queued"));
        assertThat(api.get("/api/runs/" + run).path("reason").asString()).contains("paused");
        PUBLISHER.releases();

        api.post("/api/sources/onderbroken/resume", "");
        assertThat(api.end(run).at("/counts/new").asInt()).isEqualTo(3);
    }

    @Test
    void inClosedHoursNothingIsHarvestedAndARunGoesOnBehindThem() throws Exception {
        PUBLISHER.holdsBack(path -> path.equals("/feed/3"));
        scheduled("gesloten", "{every: 6h}");
        api.until(
                "/api/runs?source=gesloten",
                list -> list.at("/runs/0/counts/new").asInt() == 2);
        long run = runs("gesloten").getFirst().path("id").asLong();
        Instant now = CLOCK.instant();

        config.source(
                "gesloten",
                connector() + "schedule: {every: 6h}\nclosed: [" + hours(now, now.plusSeconds(3600)) + "]\n");
        CLOCK.advance(Duration.ofSeconds(6));
        api.until("/api/runs/" + run, answer -> answer.path("state").asString().equals("queued"));
        assertThat(api.get("/api/runs/" + run).path("reason").asString()).contains("closed until");
        PUBLISHER.releases();
        scheduling.keepInStep();
        await().until(() -> !picked("gesloten"));
        assertThat(api.get("/api/sources/gesloten").at("/nextRunBecause/code").asString())
                .isEqualTo("opening");
        assertThat(api.get("/api/runs/" + run).path("attempts").asInt()).isEqualTo(1);

        CLOCK.advance(Duration.ofHours(2));
        assertThat(api.end(run).at("/counts/new").asInt()).isEqualTo(3);
    }

    private static String hours(Instant from, Instant to) {
        DateTimeFormatter minutes = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);
        return "{from: \"" + minutes.format(from) + "\", to: \"" + minutes.format(to) + "\", zone: UTC}";
    }

    @Test
    void aRunThatTakesTooLongOrOfWhichNothingComesEndsAndSaysSo() throws Exception {
        PUBLISHER.holdsBack(path -> path.equals("/feed/3"));
        config.source("hangt", connector() + "limits: {silence: 10s}\n");
        config.source("traagaard", connector() + "limits: {duration: 10s}\n");
        long silent = api.run("hangt");
        long slow = api.run("traagaard");
        api.until("/api/runs/" + silent, answer -> answer.at("/counts/new").asInt() == 2);
        api.until("/api/runs/" + slow, answer -> answer.at("/counts/new").asInt() == 2);

        CLOCK.advance(Duration.ofSeconds(12));

        assertThat(api.end(silent).path("state").asString()).isEqualTo("failed");
        assertThat(api.get("/api/runs/" + silent).path("reason").asString()).contains("hung", "limits.silence");
        assertThat(api.end(slow).path("state").asString()).isEqualTo("failed");
        assertThat(api.get("/api/runs/" + slow).path("reason").asString()).contains("limits.duration");
        PUBLISHER.releases();

        api.post("/api/runs/" + slow + "/restart", "");
        assertThat(api.end(slow).at("/counts/new").asInt()).isEqualTo(3);
    }

    @Test
    void anAdaptiveSourceIsAskedAgainAsItsListSays() throws Exception {
        PUBLISHER.serves("/rustig", "application/rss+xml", """
                <rss version="2.0"><channel><title>Rustig</title><ttl>2880</ttl>
                <item><title>Zagen</title><guid isPermaLink="false">z</guid></item></channel></rss>""");
        config.source(
                "rustig",
                "connector: {type: feed, url: \"" + PUBLISHER.url("/rustig")
                        + "\"}\nschedule: {adaptive: {between: 1h, and: 14d}}\n");
        scheduling.keepInStep();
        ended("rustig", 1);

        JsonNode source = api.get("/api/sources/rustig");
        assertThat(next("rustig"))
                .isEqualTo(CLOCK.instant().plus(Duration.ofDays(2)).toString());
        assertThat(source.at("/nextRunBecause/code").asString()).isEqualTo("adaptive-told");
        assertThat(source.at("/nextRunBecause/text").asString()).contains("2d");
    }

    private static void scheduled(String id, String schedule) throws Exception {
        config.source(id, connector() + "schedule: " + schedule + "\n");
        scheduling.keepInStep();
    }

    private static String connector() {
        return "connector: {type: feed, url: \"" + PUBLISHER.url("/feed")
                + "\"}\npoliteness: {delay: 0s, concurrency: 4}\n";
    }

    private static String next(String source) throws Exception {
        return api.get("/api/sources/" + source).path("nextRun").asString("");
    }

    private static List<JsonNode> runs(String source) throws Exception {
        return List.copyOf(api.get("/api/runs?source=" + source).path("runs").values());
    }

    /** The runs of a source, once so many have ended and its execution is put away. */
    private List<JsonNode> ended(String source, int count) throws Exception {
        await().until(() ->
                runs(source).stream().filter(run -> run.has("endedAt")).count() == count && !picked(source));
        return runs(source);
    }

    private boolean picked(String source) {
        return database.sql("select count(*) from scheduled_tasks where task_instance = :source and picked")
                        .param("source", source)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private long transactions() {
        return database.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and state like 'idle in transaction%'
                        """).query(Long.class).single();
    }

    /** A wish of each of many sources, at the same moment. */
    private static List<Long> allAtOnce(Wish wish) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Long>> wishes = IntStream.range(0, MANY)
                    .<Callable<Long>>mapToObj(number -> () -> wish.of(number))
                    .toList();
            List<Long> runs = new ArrayList<>();
            for (Future<Long> run : threads.invokeAll(wishes)) {
                runs.add(run.get());
            }
            return runs;
        }
    }

    private interface Wish {
        long of(int number) throws Exception;
    }
}
