package be.vakoogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.postgres.TestDatabase;
import be.vakoogst.publisher.Publisher;
import be.vakoogst.serving.Configured;
import be.vakoogst.serving.ServingProcess;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Whole processes, one database: what is left of a run when its process is killed, or hangs, or is asked to end. */
class KilledNodeTest {

    private static final int ARTICLES = 400;

    /** From here on the publisher holds its answers back until the first process is dead. */
    private static final int HELD_FROM = 251;

    @TempDir
    private Path temporary;

    private final Publisher publisher = new Publisher();
    private final JdbcClient database = JdbcClient.create(TestDatabase.dataSource());
    private Configured config;

    @BeforeEach
    void publish() throws Exception {
        TestDatabase.clear();
        publisher.offersArticles("/feed", ARTICLES);
        publisher.holdsBack(KilledNodeTest::late);
        config = Configured.in(temporary.resolve("config"))
                .feed("vakblad", publisher.url("/feed"))
                .settings("vakoogst.search.alias: killed\nvakoogst.fetch: {read: 10m, total: 10m}\n");
    }

    private static boolean late(String path) {
        return path.matches("/feed/\\d+") && Integer.parseInt(path.substring("/feed/".length())) >= HELD_FROM;
    }

    @AfterEach
    void clear() {
        publisher.close();
        TestDatabase.clear();
    }

    @Test
    void theNextStartContinuesARunThatWasEndedAndThenKilledAndEachRecordComesOutOnce() throws Exception {
        long run;
        try (ServingProcess first = start("node")) {
            run = first.api().run("vakblad");
            untilHalfDone(first, run);
            first.interrupt();
        }
        assertThat(database.sql("select state from run").query(String.class).single())
                .isEqualTo("queued");

        try (ServingProcess second = start("node")) {
            second.api()
                    .until("/api/runs/" + run, answer -> answer.path("attempts").asInt() == 2);
            second.kill();
        }
        publisher.releases();

        try (ServingProcess third = start("node")) {
            eachRecordOnce(third, run, 3);
        }
    }

    @Test
    void anotherNodeTakesOverWithinAMinuteWhatAKilledOneHeld() throws Exception {
        try (ServingProcess one = start("one");
                ServingProcess other = start("other");
                ServingProcess third = start("third")) {
            long run = one.api().run("vakblad");
            untilHalfDone(other, run);
            ServingProcess holder = holder(one, other, third);

            holder.kill();
            publisher.releases();

            eachRecordOnce(holder == one ? other : one, run, 2);
        }
    }

    @Test
    void aProcessThatWasTakenForDeadAndComesBackDoublesNothing() throws Exception {
        try (ServingProcess one = start("one");
                ServingProcess other = start("other")) {
            long run = one.api().run("vakblad");
            untilHalfDone(other, run);
            ServingProcess holder = holder(one, other);
            ServingProcess next = holder == one ? other : one;

            holder.freeze();
            next.api()
                    .until("/api/runs/" + run, answer -> answer.path("attempts").asInt() == 2);
            holder.thaw();
            publisher.releases();

            eachRecordOnce(next, run, 2);
            eachRecordOnce(holder, run, 2);
        }
    }

    private ServingProcess holder(ServingProcess... nodes) {
        String held = database.sql("select picked_by from scheduled_tasks where picked")
                .query(String.class)
                .single();
        return Stream.of(nodes)
                .filter(node -> held.endsWith(node.data().toString()))
                .findFirst()
                .orElseThrow();
    }

    private ServingProcess start(String node) throws Exception {
        return ServingProcess.start(temporary.resolve(node), config);
    }

    private static void untilHalfDone(ServingProcess node, long run) {
        node.api().until("/api/runs/" + run, answer -> answer.at("/counts/new").asInt() >= HELD_FROM - 101);
    }

    private void eachRecordOnce(ServingProcess node, long run, int attempts) {
        JsonNode ended = node.api().end(run);
        assertThat(ended.path("state").asString()).as("%s", ended).isEqualTo("succeeded");
        assertThat(ended.at("/counts/new").asInt()).isEqualTo(ARTICLES);
        assertThat(ended.path("attempts").asInt()).isEqualTo(attempts);
        assertThat(ended.at("/counts/unchanged").asInt()).isZero();
        assertThat(number("select count(*) from resource")).isEqualTo(ARTICLES);
        assertThat(number("select count(*) from run_item where outcome = 'new'"))
                .isEqualTo(ARTICLES);
        assertThat(number("select count(*) from run")).isEqualTo(1);
        node.api().until("/api/search?size=0", found -> found.path("total").asInt() == ARTICLES);
        assertThat(IntStream.rangeClosed(1, 100)).allMatch(article -> publisher.requestsTo("/feed/" + article) == 1);
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
