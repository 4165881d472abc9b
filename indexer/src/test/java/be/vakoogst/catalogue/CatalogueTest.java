package be.vakoogst.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import be.vakoogst.postgres.TestDatabase;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.Offer;
import be.vakoogst.resource.Provenance;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.Resources;
import be.vakoogst.resource.SourceId;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class CatalogueTest {

    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private static final URI OLD = URI.create("https://vakblad.example/zaag");
    private static final URI NEW = URI.create("https://elders.example/zaag");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Catalogue catalogue = new Catalogue(JdbcClient.create(TestDatabase.dataSource()), now::get);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(TestDatabase.dataSource()));

    @AfterEach
    void clear() {
        TestDatabase.clear();
    }

    @Test
    void recordComesOutAsItWentIn() {
        LearningResource resource = Resources.with("Pen-en-gat", """
                "provenance":[{"field":"title","syntax":"json-ld","where":"/headline"}],
                "trades":[{"id":"hout","score":0.9,"evidence":[{"term":"pen","field":"title"}],"assertedBy":"rule"}],
                "fullText":"Een \\u0000 verbinding é \\uD83E\\uDE9A","datePublished":"2024-03-05T14:00:00+01:00\"""");

        List<Change> changes = accept(resource);

        CatalogueRecord found = catalogue.find(resource.id()).orElseThrow();
        assertThat(found.resource()).contains(resource.seen(START, START, alone(resource)));
        assertThat(found.firstSeen()).isEqualTo(START);
        assertThat(changes).containsExactly(new Change.New(resource.id(), found.number()));
    }

    @Test
    void sameBatchAgainIsUnchangedAndNumbersNothing() {
        accept(Resources.titled("Zaag"), Resources.titled("Beitel"));
        ChangeNumber before = catalogue.latest();

        List<Change> again = accept(Resources.titled("Zaag"), Resources.titled("Beitel"));

        assertThat(again).allMatch(Change.Unchanged.class::isInstance).hasSize(2);
        assertThat(catalogue.latest()).isEqualTo(before);
    }

    @Test
    void changedTitleIsAChangeThatKeepsTheFirstSeenDate() {
        LearningResource zaag = Resources.titled("Zaag");
        accept(zaag);
        now.set(START.plus(1, ChronoUnit.DAYS));

        List<Change> changes = accept(Resources.retitled(zaag, "Zagen"));

        CatalogueRecord found = catalogue.find(zaag.id()).orElseThrow();
        assertThat(changes).containsExactly(new Change.Changed(zaag.id(), found.number()));
        assertThat(found.resource().orElseThrow().title()).isEqualTo("Zagen");
        assertThat(found.firstSeen()).isEqualTo(START);
        assertThat(found.lastChanged()).isEqualTo(now.get());
    }

    @Test
    void whatIsBarredIsSaidToStayAwayBeforeAndDoesSo() {
        LearningResource zaag = Resources.titled("Zaag");
        accept(zaag);
        transaction.executeWithoutResult(status -> catalogue.bar(List.of(zaag.id()), "teruggenomen"));
        List<Submission> again = List.of(new Submission(zaag, List.of()));

        assertThat(catalogue.prospects(again)).containsExactly(Prospect.UNCHANGED);
        assertThat(accept(zaag)).containsExactly(new Change.Barred(zaag.id()));
    }

    @Test
    void whoIsElsewhereKeepsOthersAwayFromAnAddressButNotTheSiteItself() {
        LearningResource own = Resources.from("vakblad", "Zaag");
        LearningResource theirs = at(own.url(), "kaper");
        LearningResource third = at(own.url(), "derde");
        accept(own, theirs);

        transaction.executeWithoutResult(status ->
                catalogue.barFor(URI.create("https://www.kaper.example/"), List.of(theirs.id()), "teruggenomen"));

        assertThat(accept(Resources.retitled(own, "Zagen")).getFirst()).isInstanceOf(Change.Changed.class);
        assertThat(accept(third)).containsExactly(new Change.Barred(third.id()));
        assertThat(accept(theirs)).containsExactly(new Change.Barred(theirs.id()));
    }

    @Test
    void whoSpeaksForASiteKeepsEverybodyAwayFromItsAddress() {
        LearningResource pushed = at(URI.create("https://vakblad.example/zaag"), "vakblad-push");
        LearningResource again = at(pushed.url(), "vakblad");
        accept(pushed);

        transaction.executeWithoutResult(status -> catalogue.barFor(
                URI.create("https://feeds.vakblad.example/rss"), List.of(pushed.id()), "teruggenomen"));

        assertThat(again.isOfItsSite()).isTrue();
        assertThat(accept(again)).containsExactly(new Change.Barred(again.id()));
    }

    private static LearningResource at(URI url, String source) {
        return Resources.from(source, "Zaag").movedTo(url, new Provenance("url", "feed", "link"));
    }

    @Test
    void tradesAloneAreAChange() {
        LearningResource zaag = Resources.titled("Zaag");
        accept(zaag);

        List<Change> changes = accept(Resources.with("Zaag", """
                "trades":[{"id":"hout","score":0.5,"assertedBy":"operator"}]"""));

        assertThat(changes).singleElement().isInstanceOf(Change.Changed.class);
    }

    @Test
    void provenanceAloneIsStoredButIsNoChange() {
        accept(Resources.with("Zaag", """
                "provenance":[{"field":"title","syntax":"feed","where":"/entry[1]"}]"""));
        LearningResource moved = Resources.with("Zaag", """
                "provenance":[{"field":"title","syntax":"feed","where":"/entry[2]"}]""");

        List<Change> changes = accept(moved);

        assertThat(changes).containsExactly(new Change.Unchanged(moved.id()));
        assertThat(catalogue.find(moved.id()).orElseThrow().resource())
                .contains(moved.seen(START, START, alone(moved)));
    }

    @Test
    void recordTwiceInABatchIsToldOnceAndTheLastFormCounts() {
        LearningResource zaag = Resources.titled("Zaag");

        List<Change> changes = accept(zaag, Resources.retitled(zaag, "Zagen"));

        assertThat(changes.getFirst()).isInstanceOf(Change.New.class);
        assertThat(changes.getLast()).isEqualTo(new Change.Unchanged(zaag.id()));
        assertThat(catalogue
                        .find(zaag.id())
                        .orElseThrow()
                        .resource()
                        .orElseThrow()
                        .title())
                .isEqualTo("Zagen");
    }

    @Test
    void withdrawnRecordLosesContentAndPayloadsAndIsNumbered() {
        LearningResource zaag = Resources.titled("Zaag");
        submit(new Submission(zaag, List.of(page("<p>Zaag"))));

        List<Change> changes = withdraw(zaag.id());

        CatalogueRecord found = catalogue.find(zaag.id()).orElseThrow();
        assertThat(changes).containsExactly(new Change.Withdrawn(zaag.id(), catalogue.latest()));
        assertThat(found.resource()).isEmpty();
        assertThat(found.withdrawnBecause()).contains("404");
        assertThat(catalogue.payloads(zaag.id())).isEmpty();
        assertThat(withdraw(zaag.id())).isEmpty();
    }

    @Test
    void withdrawnRecordThatComesBackIsChangedAndKeepsItsFirstSeenDate() {
        LearningResource zaag = Resources.titled("Zaag");
        accept(zaag);
        withdraw(zaag.id());
        now.set(START.plus(1, ChronoUnit.DAYS));

        List<Change> changes = accept(zaag);

        CatalogueRecord found = catalogue.find(zaag.id()).orElseThrow();
        assertThat(changes).containsExactly(new Change.Changed(zaag.id(), found.number()));
        assertThat(found.firstSeen()).isEqualTo(START);
        assertThat(found.withdrawnBecause()).isEmpty();
    }

    @Test
    void lastPayloadOfEachPartIsKept() {
        LearningResource zaag = Resources.titled("Zaag");
        Payload listing =
                new Payload("listing", URI.create("https://vakblad.example/feed"), "application/json", new byte[0]);
        submit(new Submission(zaag, List.of(listing, page("<p>Zaag"))));

        submit(new Submission(zaag, List.of(page("<p>Zagen".repeat(1000)))));

        assertThat(catalogue.payloads(zaag.id()))
                .extracting(Payload::part, payload -> new String(payload.content(), UTF_8))
                .containsExactly(tuple("listing", ""), tuple("page", "<p>Zagen".repeat(1000)));
    }

    @Test
    void changesAreReadInOrderAndEachRecordOnce() {
        LearningResource zaag = Resources.titled("Zaag");
        LearningResource beitel = Resources.titled("Beitel");
        accept(zaag, beitel);
        accept(Resources.retitled(zaag, "Zagen"));

        List<CatalogueRecord> changes = catalogue.changesAfter(ChangeNumber.NONE, 10);

        assertThat(changes).extracting(CatalogueRecord::id).containsExactly(beitel.id(), zaag.id());
        assertThat(catalogue.changesAfter(changes.getFirst().number(), 10)).containsExactly(changes.getLast());
        assertThat(catalogue.changesAfter(catalogue.latest(), 10)).isEmpty();
    }

    @Test
    void withdrawnRecordsAreReadAmongTheChanges() {
        LearningResource zaag = Resources.titled("Zaag");
        accept(zaag, Resources.titled("Beitel"));
        withdraw(zaag.id());

        assertThat(catalogue.changesAfter(ChangeNumber.NONE, 10).getLast())
                .matches(record ->
                        record.id().equals(zaag.id()) && record.resource().isEmpty());
    }

    @Test
    void recordsAreCountedBySourceWithoutTheWithdrawn() {
        LearningResource zaag = Resources.titled("Zaag");
        accept(zaag, Resources.titled("Beitel"), Resources.from("federatie", "Las"));
        withdraw(zaag.id());

        assertThat(catalogue.countBySource())
                .containsEntry(new SourceId("vakblad"), 1L)
                .containsEntry(new SourceId("federatie"), 1L);
    }

    @Test
    void changingOutsideATransactionIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> catalogue.withdraw(List.of(), "404"))
                .withMessageContaining("transaction");
    }

    @Test
    void whatMovedIsReadThereWhateverItsSourceGoesOnSaying() {
        LearningResource listed = Resources.readAt("Zaag", OLD);
        accept(listed);
        move(Move.redirected(listed.id(), OLD, NEW, "run 7"));

        List<Change> moved = accept(listed);
        List<Change> again = accept(listed);

        assertThat(moved).singleElement().isInstanceOf(Change.Changed.class);
        assertThat(again).singleElement().isInstanceOf(Change.Unchanged.class);
        assertThat(addressOf(listed.id())).isEqualTo(NEW);
        assertThat(catalogue.findByAddress(NEW)).contains(listed.id());
        assertThat(catalogue.findByAddress(OLD)).contains(listed.id());
    }

    @Test
    void movesAreFollowedToTheLastAndOneThatCameBackEndsThem() {
        URI further = URI.create("https://nog-verder.example/zaag");
        LearningResource listed = Resources.readAt("Zaag", OLD);
        move(Move.redirected(listed.id(), OLD, NEW, "run 7"));
        move(Move.redirected(listed.id(), NEW, further, "run 8"));
        accept(listed);
        assertThat(addressOf(listed.id())).isEqualTo(further);

        move(Move.back(listed.id(), further, OLD, "run 9"));
        accept(listed);

        assertThat(addressOf(listed.id())).isEqualTo(OLD);
    }

    @Test
    void anAddressThatAnswersByItselfAgainLeadsNowhere() {
        LearningResource listed = Resources.readAt("Zaag", OLD);
        move(Move.redirected(listed.id(), OLD, NEW, "run 7"));
        transaction.executeWithoutResult(status -> catalogue.stays(Map.of(listed.id(), OLD)));

        accept(listed);

        assertThat(addressOf(listed.id())).isEqualTo(OLD);
    }

    @Test
    void ofARecordThatComesTwiceTheLastAddressCountsThoughTheFirstMoved() {
        LearningResource first = Resources.readAt("Zaag", OLD);
        LearningResource last = Resources.readAt("Zaag", URI.create("https://vakblad.example/andere"));
        move(Move.redirected(first.id(), OLD, NEW, "run 7"));

        accept(first, last);

        assertThat(addressOf(first.id())).isEqualTo(last.url());
    }

    @Test
    void whatWasTakenDownDoesNotComeInByAnAddressThatLeadsThere() {
        LearningResource there = Resources.readAt("Zaag", NEW);
        accept(there);
        transaction.executeWithoutResult(status -> catalogue.bar(List.of(there.id()), "taken down"));
        LearningResource old = Resources.readAt("Oude zaag", OLD);
        move(Move.redirected(old.id(), OLD, NEW, "run 7"));

        assertThat(accept(old)).containsExactly(new Change.Barred(old.id()));
    }

    private void move(Move move) {
        transaction.executeWithoutResult(status -> catalogue.moved(List.of(move)));
    }

    private URI addressOf(ResourceId id) {
        return catalogue.find(id).orElseThrow().resource().orElseThrow().url();
    }

    @Test
    void emptyBatchIsNothing() {
        assertThat(accept()).isEmpty();
    }

    private List<Change> accept(LearningResource... resources) {
        return submit(List.of(resources).stream()
                .map(resource -> new Submission(resource, List.of()))
                .toArray(Submission[]::new));
    }

    private List<Change> submit(Submission... submissions) {
        return transaction.execute(status -> catalogue.accept(List.of(submissions)));
    }

    private List<Change> withdraw(ResourceId id) {
        return transaction.execute(status -> catalogue.withdraw(List.of(id), "404"));
    }

    private static Payload page(String html) {
        return new Payload("page", URI.create("https://vakblad.example/1"), "text/html", html.getBytes(UTF_8));
    }

    private static List<Offer> alone(LearningResource resource) {
        return List.of(
                new Offer(resource.id(), resource.url(), resource.origin().source(), Optional.empty()));
    }
}
