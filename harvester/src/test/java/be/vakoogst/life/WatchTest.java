package be.vakoogst.life;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.Submission;
import be.vakoogst.fetch.FetchSettings;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.postgres.TestDatabase;
import be.vakoogst.publisher.Publisher;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.Resources;
import be.vakoogst.resource.SourceId;
import be.vakoogst.source.Sources;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Links are checked over time, and only several answers over days that something is gone count. */
class WatchTest {

    private static final SourceId SOURCE = new SourceId("vakblad");
    private static final LifeSettings SETTINGS =
            new LifeSettings(Duration.ofDays(14), 20, 3, Duration.ofDays(3), Duration.ofDays(30));

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T08:00:00Z"));
    private final InstantSource clock = now::get;
    private final JdbcClient database = JdbcClient.create(TestDatabase.dataSource());
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(TestDatabase.dataSource()));
    private final Catalogue catalogue = new Catalogue(database, clock);
    private final LifeTable lives = new LifeTable(database);
    private final RemovalTable table = new RemovalTable(database);
    private final Removals removals = new Removals(table, lives, catalogue, transaction, clock);
    private final Fetcher fetcher = Fetcher.open(FetchSettings.allowing(List.of("127.0.0.1")), InstantSource.system());
    private final LinkCheck links =
            new LinkCheck(fetcher, new Probes(fetcher, clock), new StandIn(catalogue::isOverview));
    private final Publisher publisher = new Publisher();
    private final Publisher elsewhere = new Publisher();
    private final Map<ResourceId, LearningResource> listed = new HashMap<>();

    @BeforeEach
    void source() throws IOException {
        Files.writeString(folder.resolve("vakblad.yml"), """
                id: vakblad
                name: Vakblad
                kind: publisher
                connector: {type: feed, url: "https://vakblad.example/feed"}
                politeness: {delay: 0s, concurrency: 4}
                """);
    }

    @AfterEach
    void clear() {
        TestDatabase.clear();
        fetcher.close();
        publisher.close();
        elsewhere.close();
    }

    @Test
    void oneAnswerThatItIsGoneIsNotEnoughAndThreeOverDaysAre() {
        ResourceId id = record(0);
        publisher.answersStatus("/0", 404);

        lookAfter(Duration.ofDays(15));
        assertThat(lives.find(id).orElseThrow().failures()).isEqualTo(1);
        lookAfter(Duration.ofDays(1));
        lookAfter(Duration.ofDays(1));
        assertThat(lives.find(id).orElseThrow().state()).isEqualTo(ItemState.FAILING);
        assertThat(catalogue.find(id).orElseThrow().resource()).isPresent();

        lookAfter(Duration.ofDays(2));

        assertThat(lives.find(id).orElseThrow().state()).isEqualTo(ItemState.GONE);
        assertThat(catalogue.find(id).orElseThrow().withdrawnBecause()).contains("status 404");
    }

    @Test
    void anAnswerInBetweenBeginsTheCountAnew() {
        ResourceId id = record(0);
        publisher.answersStatus("/0", 404);
        lookAfter(Duration.ofDays(15));
        lookAfter(Duration.ofDays(2));
        publisher.serves("/0", "text/html", "<h1>Zagen</h1>");
        lookAfter(Duration.ofDays(2));
        publisher.answersStatus("/0", 404);

        lookAfter(Duration.ofDays(15));

        assertThat(lives.find(id).orElseThrow().failures()).isEqualTo(1);
        assertThat(catalogue.find(id).orElseThrow().resource()).isPresent();
    }

    @Test
    void whatKeepsUsOutNeverCounts() {
        ResourceId id = record(0);
        publisher.answersStatus("/0", 403);

        IntStream.range(0, 5).forEach(time -> lookAfter(Duration.ofDays(15)));

        assertThat(lives.find(id).orElseThrow().state()).isEqualTo(ItemState.BLOCKED);
        assertThat(catalogue.find(id).orElseThrow().resource()).isPresent();
    }

    @Test
    void aRecordWhoseAddressLeadsElsewhereForGoodTakesThatOneWithTheEvidenceAndKeepsIt() {
        ResourceId id = record(0);
        URI old = publisher.url("/0");
        publisher.redirects("/0", 308, elsewhere.url("/zagen").toString());
        elsewhere.serves("/zagen", "text/html", "<h1>Zagen</h1><p>Met de handzaag en de lintzaag.</p>");

        lookAfter(Duration.ofDays(15));

        assertThat(resource(id).url()).isEqualTo(elsewhere.url("/zagen"));
        assertThat(resource(id).provenance())
                .filteredOn(statement -> statement.field().equals("url"))
                .singleElement()
                .satisfies(statement -> assertThat(statement.syntax()).isEqualTo("redirect"))
                .satisfies(statement -> assertThat(statement.where())
                        .contains(old.toString())
                        .contains("link check of vakblad on 2026-03-16"));
        assertThat(lives.find(id).orElseThrow().state()).isEqualTo(ItemState.MOVED);
        assertThat(catalogue.findByAddress(old)).contains(id);

        transaction.executeWithoutResult(
                status -> catalogue.accept(List.of(new Submission(listed.get(id), List.of()))));
        assertThat(resource(id).url()).isEqualTo(elsewhere.url("/zagen"));

        lookAfter(Duration.ofDays(15));
        assertThat(lives.find(id).orElseThrow().state()).isEqualTo(ItemState.LIVE);
        assertThat(elsewhere.requestsTo("/zagen")).isEqualTo(2);
    }

    @Test
    void whatIsGoneWhereItMovedToAndAnswersAgainWhereItWasGoesBack() {
        ResourceId id = record(0);
        publisher.redirects("/0", 301, elsewhere.url("/zagen").toString());
        elsewhere.serves("/zagen", "text/html", "<h1>Zagen</h1><p>Met de handzaag en de lintzaag.</p>");
        lookAfter(Duration.ofDays(15));
        elsewhere.answersStatus("/zagen", 404);
        publisher.serves("/0", "text/html", "<h1>Zagen</h1><p>Met de handzaag en de lintzaag.</p>");

        lookAfter(Duration.ofDays(15));

        assertThat(resource(id).url()).isEqualTo(publisher.url("/0"));
        lookAfter(Duration.ofDays(1));
        assertThat(lives.find(id).orElseThrow().state()).isEqualTo(ItemState.LIVE);
        assertThat(lives.find(id).orElseThrow().failures()).isZero();
    }

    @Test
    void whatLeadsToTheFrontPageForGoodKeepsItsAddress() {
        ResourceId id = record(0);
        publisher.redirects("/0", 301, "/");
        publisher.serves("/", "text/html", "<h1>Welkom</h1>");

        lookAfter(Duration.ofDays(15));

        assertThat(resource(id).url()).isEqualTo(publisher.url("/0"));
        assertThat(lives.find(id).orElseThrow().failures()).isEqualTo(1);
    }

    @Test
    void whatLeadsForGoodToWhereOthersLeadTooHasNotMovedThereAndNeitherHaveThey() {
        ResourceId first = record(0);
        ResourceId second = record(1);
        publisher.redirects("/0", 301, "/aanbod");
        publisher.serves("/aanbod", "text/html", "<h1>Ons aanbod</h1><p>Alle cursussen van dit jaar.</p>");
        publisher.serves("/1", "text/html", "<h1>Schaven</h1>");
        lookAfter(Duration.ofDays(15));
        assertThat(resource(first).url()).isEqualTo(publisher.url("/aanbod"));

        publisher.redirects("/1", 301, "/aanbod");
        lookAfter(Duration.ofDays(15));
        lookAfter(Duration.ofDays(15));

        assertThat(resource(first).url()).isEqualTo(publisher.url("/0"));
        assertThat(resource(second).url()).isEqualTo(publisher.url("/1"));
        for (ResourceId id : List.of(first, second)) {
            assertThat(lives.find(id).orElseThrow().state()).isEqualTo(ItemState.FAILING);
            assertThat(lives.find(id).orElseThrow().failures()).isPositive();
        }
    }

    @Test
    void oneThingWrittenInTwoWaysMayMoveToOnePlace() {
        ResourceId first = record(0);
        ResourceId slashed = record("0/");
        publisher.redirects("/0", 301, "/zagen");
        publisher.redirects("/0/", 301, "/zagen");
        publisher.serves("/zagen", "text/html", "<h1>Zagen</h1><p>Met de handzaag.</p>");

        lookAfter(Duration.ofDays(15));

        assertThat(resource(first).url()).isEqualTo(publisher.url("/zagen"));
        assertThat(resource(slashed).url()).isEqualTo(publisher.url("/zagen"));
    }

    @Test
    void whereTooManyAreGoneAnOperatorIsAsked() {
        IntStream.range(0, 4).forEach(this::record);
        IntStream.range(0, 4).forEach(number -> publisher.answersStatus("/" + number, 404));

        lookAfter(Duration.ofDays(15));
        lookAfter(Duration.ofDays(2));
        lookAfter(Duration.ofDays(2));

        assertThat(removals.list(java.util.Optional.empty(), java.util.Optional.empty(), Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(removal -> assertThat(removal.state()).isEqualTo(Removal.State.WAITING))
                .satisfies(removal -> assertThat(removal.count()).isEqualTo(4));
        assertThat(catalogue.countBySource()).containsEntry(SOURCE, 4L);
    }

    @Test
    void checksAreSpreadOverTheIntervalAndBoundedAMinute() {
        IntStream.range(0, 40).forEach(number -> {
            record(number);
            publisher.serves(
                    "/" + number, "text/html", "<h1>Zagen nummer " + "abcdefghij".charAt(number % 10) + "</h1>");
        });
        List<Instant> times = database.sql("select next_check from item_life")
                .query((row, index) -> row.getTimestamp(1).toInstant())
                .list();

        assertThat(times).allMatch(time -> !time.isAfter(now.get().plus(SETTINGS.checkEvery())));
        assertThat(times.stream().distinct().count()).isGreaterThan(30);

        lookAfter(Duration.ofDays(15));

        assertThat(checked()).isEqualTo(20);
        lookAfter(Duration.ofMinutes(1));
        assertThat(checked()).isEqualTo(40);
    }

    private long checked() {
        return database.sql("select count(*) from item_life where checked_at is not null")
                .query(Long.class)
                .single();
    }

    private LearningResource resource(ResourceId id) {
        return catalogue.find(id).orElseThrow().resource().orElseThrow();
    }

    private ResourceId record(int number) {
        return record(Integer.toString(number));
    }

    private ResourceId record(String number) {
        var resource = Resources.readAt("Zagen " + number, publisher.url("/" + number));
        listed.put(resource.id(), resource);
        transaction.executeWithoutResult(status -> catalogue.accept(List.of(new Submission(resource, List.of()))));
        database.sql("""
                        insert into item (resource_id, source_id, item_key, url, fingerprint, last_run)
                        values (?, 'vakblad', ?, ?, '', 1)""")
                .param(resource.id().value())
                .param("key-" + number)
                .param(publisher.url("/" + number).toString())
                .update();
        lives.live(SOURCE, Map.of(resource.id(), publisher.url("/" + number)), now.get(), SETTINGS.checkEvery());
        return resource.id();
    }

    private void lookAfter(Duration duration) {
        now.updateAndGet(time -> time.plus(duration));
        Settling.Clockwork clockwork = new Settling.Clockwork(clock, SETTINGS);
        Settling settling = new Settling(removals, table, lives, links, clockwork);
        Moving moving = new Moving(lives, catalogue, transaction, url -> url);
        new Watch(
                        new Sources(folder, text -> text),
                        lives,
                        links,
                        new Watch.Ending(table, removals, settling, moving),
                        clockwork)
                .look();
    }
}
