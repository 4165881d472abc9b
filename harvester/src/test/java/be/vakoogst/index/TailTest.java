package be.vakoogst.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.Submission;
import be.vakoogst.node.TestEngine;
import be.vakoogst.postgres.TestDatabase;
import be.vakoogst.publisher.EngineInBetween;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceJson;
import be.vakoogst.resource.Resources;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** From the catalogue into the real engine, which is away, slow, full or choosy. */
class TailTest {

    private static final String ALIAS = "tailtest";

    private final EngineInBetween between = new EngineInBetween(TestEngine.url());
    private final SearchEngine engine = IndexRoom.engineAt(between.url(), ALIAS);
    private final SearchEngine direct = IndexRoom.engineAt(TestEngine.url(), ALIAS);
    private final IndexRoom room = new IndexRoom(engine);
    private final TransactionTemplate transaction = room.transaction;
    private final Catalogue catalogue = room.catalogue;
    private final IndexLedger ledger = room.ledger;
    private final Indices indices = room.indices;
    private final Filling filling = room.filling;
    private final Reindex reindex = room.reindex;
    private final Tail tail = new Tail(indices, filling, reindex, ledger);

    @BeforeEach
    void empty() {
        TestDatabase.clear();
        removeIndices();
    }

    @AfterEach
    void clear() throws Exception {
        tail.stop();
        between.close();
        removeIndices();
        engine.close();
        direct.close();
        TestDatabase.clear();
    }

    private void removeIndices() {
        ask("GET", "/_cat/indices/" + ALIAS + "*?format=json&expand_wildcards=all", "")
                .values()
                .forEach(index -> ask("DELETE", "/" + index.path("index").asString(), ""));
    }

    @Test
    void whatIsCommittedIsFoundByItselfAndWhatIsWithdrawnIsNot() {
        tail.start();
        accept("Eerst");
        shows(() -> found("Eerst"));

        accept("Zagen");
        shows(() -> found("Zagen"));

        transaction.executeWithoutResult(
                status -> catalogue.withdraw(List.of(Resources.titled("Zagen").id()), "weg"));
        shows(() -> !found("Zagen"));
    }

    @Test
    void nothingIsLostWhileTheEngineIsAway() {
        between.answersStatus(503);
        tail.start();
        accept("Zagen", "Schaven");
        shows(() -> tail.waitsBecause().isPresent());

        between.handsOn();

        shows(() -> found("Zagen") && found("Schaven"));
        shows(() -> tail.waitsBecause().isEmpty());
    }

    @Test
    void nothingIsLostWhileTheEngineHasNoTime() {
        tail.start();
        accept("Eerst");
        shows(() -> found("Eerst"));
        between.answersStatus(429);
        accept("Zagen");
        shows(() -> tail.waitsBecause().isPresent());

        between.handsOn();

        shows(() -> found("Zagen"));
        assertThat(ledger.countRefused()).isZero();
    }

    @Test
    void nothingIsLostWhileTheIndexIsReadOnlyBecauseTheDiskIsFull() {
        tail.start();
        accept("Eerst");
        shows(() -> found("Eerst"));
        readOnly("true");
        accept("Zagen");
        shows(() -> tail.waitsBecause().filter(why -> why.contains("block")).isPresent());

        readOnly("null");

        shows(() -> found("Zagen"));
        assertThat(ledger.countRefused()).isZero();
    }

    @Test
    void aRefusedDocumentIsToldWithItsReasonHoldsBackNoOtherAndIsForgottenOnceItIsTaken() {
        takesNumbersAsTitlesOnly();
        accept("10");
        filling.step(indices.serving());
        tail.start();

        accept("11", "Zagen", "12");

        shows(() -> ledger.countRefused() == 1 && found("11") && found("12"));
        IndexLedger.Refused refused = ledger.refused("", 10).getFirst();
        assertThat(refused.id()).isEqualTo(Resources.titled("Zagen").id());
        assertThat(refused.reason()).contains("sortTitle", "Zagen");

        accept(Resources.retitled(Resources.titled("Zagen"), "13"));
        shows(() -> ledger.countRefused() == 0 && found("13"));
    }

    @Test
    void aRequestThatIsTooLargeIsSentInPartsAndOnlyWhatIsTooLargeByItselfIsRefused() {
        tail.start();
        accept("Eerst");
        shows(() -> found("Eerst"));
        between.refusesBodiesAbove(20_000);
        LearningResource large = Resources.with("Groot", "\"fullText\":\"" + "hout ".repeat(8_000) + "\"");

        accept(IntStream.range(0, 60).mapToObj(number -> "Les " + number).toArray(String[]::new));
        accept(large);

        shows(() -> count() == 61 && ledger.countRefused() == 1);
        assertThat(ledger.refused("", 10)).extracting(IndexLedger.Refused::id).containsExactly(large.id());
    }

    @Test
    void anIndexMadeAnewWhileOthersWriteAndSearchLacksNothingAtAnyMoment() throws Exception {
        accept(IntStream.range(0, 700).mapToObj(number -> "Oud " + number).toArray(String[]::new));
        tail.start();
        shows(() -> count() == 700);
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger written = new AtomicInteger();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> writeUntil(done, written), threads);
            CompletableFuture<Boolean> searching = CompletableFuture.supplyAsync(() -> neverLessUntil(done), threads);
            String before = indices.find().orElseThrow().name();
            reindex.run();
            reindex.run();
            done.set(true);
            writing.get();

            assertThat(searching.get()).as("no find was lost").isTrue();
            assertThat(indices.find().orElseThrow().name()).isNotEqualTo(before);
        }
        assertThat(written.get()).isPositive();
        shows(() -> count() == 700 + written.get());
    }

    @Test
    void twoWhoMakeTheIndexAnewAtOnceLeaveOneThatHoldsAll() throws Exception {
        accept("Zagen", "Schaven");
        indices.serving();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var run : threads.invokeAll(List.of(reindex::run, reindex::run, reindex::run))) {
                run.get();
            }
        }

        assertThat(count()).isEqualTo(2);
        assertThat(ask("GET", "/_cat/indices/" + ALIAS + "*?format=json", "").size())
                .isEqualTo(1);
    }

    @Test
    void anIndexMadeAnewShowsWhatIsNewWithinASecondAndLosesNothingAsOneMadeAtFirst() {
        String refreshed = setting(indices.serving(), "refresh_interval");
        accept("Zagen");

        reindex.run();

        Indices.Index anew = indices.serving();
        assertThat(setting(anew, "refresh_interval")).isEqualTo(refreshed).isEqualTo("1s");
        assertThat(setting(anew, "translog.durability")).isEqualToIgnoringCase("request");
    }

    private void writeUntil(AtomicBoolean done, AtomicInteger written) {
        while (!done.get() && written.get() < 300) {
            accept("Nieuw " + written.getAndIncrement());
        }
    }

    private boolean neverLessUntil(AtomicBoolean done) {
        long most = 0;
        while (!done.get()) {
            long now = count();
            if (now < most) {
                return false;
            }
            most = now;
        }
        return true;
    }

    /** An index of our making, but for one field. Until it holds something, it would be taken for one of another catalogue. */
    private void takesNumbersAsTitlesOnly() {
        String version = IndexDefinition.read(IndexRoom.LANGUAGE).version();
        ask("PUT", "/" + ALIAS + "-1", """
                {"aliases": {"%s": {}}, "settings": {"index.refresh_interval": "200ms"}, "mappings": {"_meta": {"definition": "%s"},
                 "dynamic": false, "properties": {"sortTitle": {"type": "integer"}}}}""".formatted(ALIAS, version));
    }

    private void readOnly(String value) {
        ask("PUT", "/" + ALIAS + "/_settings", "{\"index.blocks.read_only_allow_delete\": " + value + "}");
    }

    private void accept(String... titles) {
        accept(Arrays.stream(titles).map(Resources::titled).toArray(LearningResource[]::new));
    }

    private void accept(LearningResource... resources) {
        List<Submission> batch = Arrays.stream(resources)
                .map(resource -> new Submission(resource, List.of()))
                .toList();
        transaction.executeWithoutResult(status -> catalogue.accept(batch));
    }

    /** Also where the engine has no answer yet, as while the parts of a new index start. */
    private static void shows(Callable<Boolean> sign) {
        await().ignoreException(EngineAway.class).until(sign);
    }

    private boolean found(String title) {
        return search("?q=sortTitle:%22" + title + "%22")
                        .at("/hits/total/value")
                        .asInt()
                > 0;
    }

    private long count() {
        return search("?size=0&track_total_hits=true").at("/hits/total/value").asLong();
    }

    private JsonNode search(String query) {
        return ask("GET", "/" + ALIAS + "/_search" + query + "&ignore_unavailable=true", "");
    }

    private String setting(Indices.Index index, String name) {
        return ask("GET", "/" + index.name() + "/_settings?flat_settings=true", "")
                .at("/" + index.name() + "/settings/index." + name)
                .asString("");
    }

    private JsonNode ask(String method, String path, String body) {
        Optional<JsonNode> json = Optional.of(body)
                .filter(text -> !text.isEmpty())
                .map(text -> ResourceJson.mapper().readTree(text));
        return direct.json(method, path, json);
    }
}
