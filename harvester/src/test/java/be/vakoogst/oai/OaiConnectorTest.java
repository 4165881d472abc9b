package be.vakoogst.oai;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Item;
import be.vakoogst.extract.Field;
import be.vakoogst.extract.Value;
import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.failure.Stage;
import be.vakoogst.fetch.FetchSettings;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.fetch.Validators;
import be.vakoogst.publisher.Offered;
import be.vakoogst.publisher.Publisher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OaiConnectorTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String LIST = "/oai?verb=ListRecords&metadataPrefix=oai_dc";
    private static final Map<String, Object> DUBLIN_CORE = Map.of("metadataPrefix", "oai_dc");

    private final Publisher publisher = new Publisher();
    private final Fetcher fetcher = Fetcher.open(FetchSettings.allowing(List.of("127.0.0.1")), InstantSource.system());
    private final OaiConnector connector = new OaiConnector(fetcher, InstantSource.fixed(NOW));

    @BeforeEach
    void identify() {
        identifies("YYYY-MM-DDThh:mm:ssZ", "persistent");
    }

    @AfterEach
    void close() {
        fetcher.close();
        publisher.close();
    }

    @Test
    void everyPartOfTheListIsRead() {
        serves(LIST, records(record("a"), record("b")) + token("t1"));
        serves("/oai?verb=ListRecords&resumptionToken=t1", records(record("c")) + token(""));

        Offered offered = whole();

        assertThat(offered.keys()).containsExactly("a", "b", "c");
        assertThat(offered.complete()).isTrue();
    }

    @Test
    void anItemIsWholeAsTheListGivesIt() {
        serves(LIST, records(record("a")));

        Item item = whole().items().getFirst();

        assertThat(item.page()).isEmpty();
        assertThat(item.url()).hasToString("https://example.org/a");
        assertThat(texts(item, Field.TITLE)).containsExactly("Titel a");
    }

    @Test
    void aDeletedRecordIsWithdrawnWhateverElseStandsInIt() {
        serves(
                LIST,
                records(
                        "<record><header status=\"deleted\"><identifier>x</identifier><datestamp>2026-01-01</datestamp></header>"
                                + metadata("x") + "</record>"));

        Offered offered = whole();

        assertThat(offered.items()).isEmpty();
        assertThat(offered.only(Discovered.Withdrawn.class)
                        .map(gone -> gone.key().value()))
                .containsExactly("x");
    }

    @Test
    void noRecordsMatchIsASuccessWithoutItems() {
        serves(LIST, "<error code=\"noRecordsMatch\">nothing</error>");

        Offered offered = whole();

        assertThat(offered.failures()).isEmpty();
        assertThat(offered.items()).isEmpty();
    }

    @Test
    void aTokenThatComesAgainEndsTheListAndSaysSo() {
        serves(LIST, records(record("a")) + token("t1"));
        serves("/oai?verb=ListRecords&resumptionToken=t1", records(record("b")) + token("t1"));

        Offered offered = whole();

        assertThat(offered.keys()).containsExactly("a", "b");
        assertThat(offered.failures()).extracting(Failure::reason).containsExactly(Reason.TOO_MANY);
        assertThat(offered.complete()).isFalse();
    }

    @Test
    void aCrashIsResumedAtTheTokenItStoodAt() {
        serves(LIST, records(record("a")) + token("t1"));
        serves("/oai?verb=ListRecords&resumptionToken=t1", records(record("b")));
        Item last = whole().items().getLast();

        Offered again = Offered.from(connector, publisher.url("/oai"), DUBLIN_CORE, last.resumeFrom());

        assertThat(again.keys()).containsExactly("b");
        assertThat(again.complete()).isTrue();
    }

    @Test
    void laterHarvestsAskFromTheLastOneOnWithAnOverlap() {
        serves("/oai?verb=ListRecords&from=2026-11-20T09%3A45%3A00Z&metadataPrefix=oai_dc", records(record("new")));

        Offered offered = since("2026-11-20T10:00:00Z");

        assertThat(offered.keys()).containsExactly("new");
        assertThat(offered.only(Discovered.RestUnchanged.class)).hasSize(1);
        assertThat(offered.complete()).isFalse();
    }

    @Test
    void whereDeletionsAreNotKeptTheIdentifiersAreCompared() {
        identifies("YYYY-MM-DDThh:mm:ssZ", "no");
        serves("/oai?verb=ListRecords&from=2026-11-20T09%3A45%3A00Z&metadataPrefix=oai_dc", records(record("new")));
        serves(
                "/oai?verb=ListIdentifiers&metadataPrefix=oai_dc",
                "<ListIdentifiers>" + header("new") + header("old") + "</ListIdentifiers>");

        Offered offered = since("2026-11-20T10:00:00Z");

        assertThat(offered.only(Discovered.Present.class)
                        .map(present -> present.key().value()))
                .containsExactly("new", "old");
        assertThat(offered.complete()).isTrue();
    }

    @Test
    void aRepositoryThatClaimsSecondsAndTakesDaysIsAskedForDays() {
        serves(
                "/oai?verb=ListRecords&from=2026-11-20T09%3A45%3A00Z&metadataPrefix=oai_dc",
                "<error code=\"badArgument\">granularity</error>");
        serves("/oai?verb=ListRecords&from=2026-11-20&metadataPrefix=oai_dc", records(record("a")));

        assertThat(since("2026-11-20T10:00:00Z").keys()).containsExactly("a");
    }

    @Test
    void windowsCoverTheWholeTimeOnce() {
        identifies("YYYY-MM-DD", "persistent");
        serves("/oai?verb=ListRecords&metadataPrefix=oai_dc&until=2026-11-11", records(record("a")));
        serves(
                "/oai?verb=ListRecords&from=2026-11-12&metadataPrefix=oai_dc&until=2026-11-22",
                "<error code=\"noRecordsMatch\"/>");
        serves("/oai?verb=ListRecords&from=2026-11-23&metadataPrefix=oai_dc&until=2026-11-24", records(record("c")));

        Offered offered =
                Offered.whole(connector, publisher.url("/oai"), Map.of("metadataPrefix", "oai_dc", "window", "10d"));

        assertThat(offered.keys()).containsExactly("a", "c");
        assertThat(offered.failures()).isEmpty();
    }

    @Test
    void aCrashInAWindowIsResumedThereAndTheNextRunAsksFromTheFirstBeginningOn() {
        identifies("YYYY-MM-DD", "persistent");
        Map<String, Object> windows = Map.of("metadataPrefix", "oai_dc", "window", "10d");
        serves("/oai?verb=ListRecords&metadataPrefix=oai_dc&until=2026-11-11", records(record("a")));
        serves(
                "/oai?verb=ListRecords&from=2026-11-12&metadataPrefix=oai_dc&until=2026-11-22",
                records(record("b")) + token("t1"));
        serves("/oai?verb=ListRecords&resumptionToken=t1", records(record("c")));
        serves("/oai?verb=ListRecords&from=2026-11-23&metadataPrefix=oai_dc&until=2026-11-24", records(record("d")));
        Item third =
                Offered.whole(connector, publisher.url("/oai"), windows).items().get(2);
        OaiConnector afterTheCrash = new OaiConnector(fetcher, InstantSource.fixed(NOW.plusSeconds(200_000)));

        Offered again = Offered.from(afterTheCrash, publisher.url("/oai"), windows, third.resumeFrom());

        assertThat(again.keys()).containsExactly("c", "d");
        assertThat(again.only(Discovered.Listed.class))
                .extracting(listed -> listed.validators().lastModified().orElse(""))
                .containsExactly("2026-11-24T00:00:00Z");
    }

    @Test
    void aListLongerThanItsTokensLiveIsGoneOnWithInWindows() {
        identifies("YYYY-MM-DD", "persistent");
        serves(LIST, records(record("a")) + token("old"));
        serves("/oai?verb=ListRecords&resumptionToken=old", "<error code=\"badResumptionToken\">expired</error>");
        serves("/oai?verb=ListRecords&metadataPrefix=oai_dc&until=2026-11-24", records(record("a"), record("b")));

        Offered offered = whole();

        assertThat(offered.keys()).containsExactly("a", "b");
        assertThat(offered.failures()).isEmpty();
        assertThat(offered.complete()).isTrue();
    }

    @Test
    void anExpiredTokenInAWindowCostsThatWindowAtMost() {
        identifies("YYYY-MM-DD", "persistent");
        serves("/oai?verb=ListRecords&metadataPrefix=oai_dc&until=2026-11-11", records(record("a")) + token("old"));
        serves("/oai?verb=ListRecords&resumptionToken=old", "<error code=\"badResumptionToken\">expired</error>");
        serves("/oai?verb=ListRecords&from=2026-11-12&metadataPrefix=oai_dc&until=2026-11-22", records(record("b")));
        serves("/oai?verb=ListRecords&from=2026-11-23&metadataPrefix=oai_dc&until=2026-11-24", records(record("c")));

        Offered offered =
                Offered.whole(connector, publisher.url("/oai"), Map.of("metadataPrefix", "oai_dc", "window", "10d"));

        assertThat(offered.keys()).containsExactly("a", "b", "c");
        assertThat(offered.failures()).extracting(Failure::detail).containsExactly("badResumptionToken: expired");
        assertThat(offered.complete()).isFalse();
    }

    @Test
    void aRetryAfterIsWaitedForAndTheListGoesOn() {
        serves(LIST, records(record("a")) + token("t1"));
        publisher.asksToRetryAfterOnce(
                "/oai?verb=ListRecords&resumptionToken=t1",
                "text/xml",
                "<OAI-PMH>" + records(record("b")) + "</OAI-PMH>");

        assertThat(whole().keys()).containsExactly("a", "b");
    }

    @Test
    void aRetryAfterBeyondPatienceEndsTheWalkAndIsSaid() {
        serves(LIST, records(record("a")) + token("t1"));
        publisher.asksToRetryAfter("/oai?verb=ListRecords&resumptionToken=t1", 503, "7200");

        Offered offered = whole();

        assertThat(offered.keys()).containsExactly("a");
        assertThat(offered.failures()).extracting(Failure::reason).containsExactly(Reason.RATE_LIMITED);
        assertThat(offered.complete()).isFalse();
    }

    @Test
    void emptyPartsAreWalkedThroughButNotForEver() {
        serves(LIST, records(record("a")) + token("t0"));
        for (int part = 0; part < 30; part++) {
            serves(
                    "/oai?verb=ListRecords&resumptionToken=t" + part,
                    "<ListRecords>" + token("t" + (part + 1)) + "</ListRecords>");
        }

        Offered offered = whole();

        assertThat(offered.keys()).containsExactly("a");
        assertThat(offered.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.reason()).isEqualTo(Reason.TOO_MANY);
            assertThat(failure.url().toString()).contains("resumptionToken=");
        });
    }

    @Test
    void freshTokensForTheSameRecordsAreACircleToo() {
        serves(LIST, records(record("a")) + token("t0"));
        for (int part = 0; part < 30; part++) {
            serves("/oai?verb=ListRecords&resumptionToken=t" + part, records(record("a")) + token("t" + (part + 1)));
        }

        assertThat(whole().failures()).extracting(Failure::reason).containsExactly(Reason.TOO_MANY);
    }

    @Test
    void noMorePartsAreAskedForThanAllowed() {
        serves(LIST, records(record("a")) + token("t1"));
        serves("/oai?verb=ListRecords&resumptionToken=t1", records(record("b")) + token("t2"));
        serves("/oai?verb=ListRecords&resumptionToken=t2", records(record("c")));

        Offered offered =
                Offered.whole(connector, publisher.url("/oai"), Map.of("metadataPrefix", "oai_dc", "parts", 2));

        assertThat(offered.keys()).containsExactly("a", "b");
        assertThat(offered.failures()).extracting(Failure::reason).containsExactly(Reason.TOO_MANY);
    }

    @Test
    void aProviderThatCountsWronglyIsReadTwiceAtMostAndNothingIsDoubled() {
        serves(LIST, records(record("a")) + token("t1", 7));
        serves("/oai?verb=ListRecords&resumptionToken=t1", records(record("b")) + token("", 2));

        Offered offered = whole();

        assertThat(offered.keys()).containsExactly("a", "b");
        assertThat(offered.complete()).isTrue();
        assertThat(publisher.requestsTo(LIST)).isEqualTo(2);
    }

    @Test
    void whatATransientRepositoryForgotIsFoundByComparison() {
        identifies("YYYY-MM-DDThh:mm:ssZ", "transient");
        serves(
                "/oai?verb=ListRecords&from=2026-11-20T09%3A45%3A00Z&metadataPrefix=oai_dc",
                "<error code=\"noRecordsMatch\"/>");
        serves(
                "/oai?verb=ListIdentifiers&metadataPrefix=oai_dc",
                "<ListIdentifiers>" + header("a") + "<header status='deleted'><identifier>b</identifier></header>"
                        + "</ListIdentifiers>");

        Offered offered = since("2026-11-20T10:00:00Z");

        assertThat(offered.only(Discovered.Present.class)
                        .map(present -> present.key().value()))
                .containsExactly("a");
        assertThat(offered.complete()).isTrue();
    }

    @Test
    void aComparisonThatFailsWithdrawsNothing() {
        identifies("YYYY-MM-DDThh:mm:ssZ", "no");
        serves("/oai?verb=ListRecords&from=2026-11-20T09%3A45%3A00Z&metadataPrefix=oai_dc", records(record("new")));
        publisher.answersStatus("/oai?verb=ListIdentifiers&metadataPrefix=oai_dc", 404);

        Offered offered = since("2026-11-20T10:00:00Z");

        assertThat(offered.complete()).isFalse();
        assertThat(offered.only(Discovered.RestUnchanged.class)).hasSize(1);
        assertThat(offered.failures()).hasSize(1);
    }

    @Test
    void aRepositoryThatClaimsDaysAndTakesSecondsIsAskedForSeconds() {
        identifies("YYYY-MM-DD", "persistent");
        serves(
                "/oai?verb=ListRecords&from=2026-11-19&metadataPrefix=oai_dc",
                "<error code=\"badArgument\">granularity</error>");
        serves("/oai?verb=ListRecords&from=2026-11-19T00%3A00%3A00Z&metadataPrefix=oai_dc", records(record("a")));

        assertThat(since("2026-11-20T10:00:00Z").keys()).containsExactly("a");
    }

    @Test
    void aRepositoryThatDoesNotIdentifyItselfGivesItsRecordsAllTheSame() {
        serves("/oai?verb=Identify", "<error code=\"badVerb\">unknown verb</error>");
        serves(LIST, records(record("a")));

        assertThat(whole().keys()).containsExactly("a");
    }

    @Test
    void setsSayWhatTheirRecordsDoNotSayThemselvesTradesIncluded() {
        serves(LIST, records(record("a").replace("</header>", "<setSpec>hout:meubel</setSpec></header>"), record("b")));

        List<Item> items = Offered.whole(
                        connector,
                        publisher.url("/oai"),
                        Map.of(
                                "metadataPrefix",
                                "oai_dc",
                                "sets",
                                Map.of("hout", Map.of("trade", "hout", "language", List.of("nl")))))
                .items();

        assertThat(texts(items.getFirst(), Field.TRADE)).containsExactly("hout");
        assertThat(texts(items.getFirst(), Field.LANGUAGE)).containsExactly("nl");
        assertThat(texts(items.getLast(), Field.TRADE)).isEmpty();
    }

    @Test
    void everySetThatWasAskedForIsReadAndARecordInTwoIsOne() {
        serves("/oai?verb=ListRecords&metadataPrefix=oai_dc&set=hout", records(record("a"), record("b")));
        serves("/oai?verb=ListRecords&metadataPrefix=oai_dc&set=bouw", records(record("b"), record("c")));

        assertThat(Offered.whole(
                                connector,
                                publisher.url("/oai"),
                                Map.of("metadataPrefix", "oai_dc", "set", List.of("hout", "bouw")))
                        .keys())
                .containsExactly("a", "b", "c");
    }

    @Test
    void illegalCharactersAndUnknownEntitiesAreReadPast() {
        serves(LIST, records(record("a").replace("Titel a", "Zaag\u0008 &eacute;n & schaaf &#x1;")));

        assertThat(texts(whole().items().getFirst(), Field.TITLE)).containsExactly("Zaag én & schaaf");
    }

    @Test
    void aTruncatedPartGivesWhatCameBeforeAndSaysWhereItBroke() {
        serves(LIST, "<ListRecords>" + record("a") + "<record><header><identifier>b");

        Offered offered = whole();

        assertThat(offered.keys()).containsExactly("a");
        assertThat(offered.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.url().toString()).contains("verb=ListRecords");
            assertThat(failure.stage()).isEqualTo(Stage.DISCOVER);
            assertThat(failure.reason()).isEqualTo(Reason.UNREADABLE);
            assertThat(failure.detail()).contains("line 1");
        });
        assertThat(offered.complete()).isFalse();
    }

    @Test
    void aRecordThatIsNotWellFormedCostsThatRecordOnly() {
        String broken = record("b").replace("Titel b", "Titel <b>b");
        serves(LIST, records(record("a"), broken, record("c"), broken, record("d"), token("T")));
        serves("/oai?verb=ListRecords&resumptionToken=T", records(record("e")));

        Offered offered = whole();

        assertThat(offered.keys()).containsExactly("a", "c", "d", "e");
        assertThat(offered.failures()).extracting(Failure::reason).containsExactly(Reason.UNREADABLE);
        assertThat(offered.complete()).isFalse();
    }

    @Test
    void entitiesAreNeverExpandedOrFetched() {
        publisher.serves(
                LIST,
                "text/xml",
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;\">"
                        + "<!ENTITY f SYSTEM \"file:///etc/passwd\">]><OAI-PMH>"
                        + records(record("a").replace("Titel a", "Zaag &b; &f;")) + "</OAI-PMH>");

        assertThat(texts(whole().items().getFirst(), Field.TITLE)).containsExactly("Zaag &b; &f;");
    }

    @Test
    void nestingWithoutEndIsAFailureOfThatPart() {
        serves(LIST, records("<record>" + "<x>".repeat(5000)));

        assertThat(whole().failures()).extracting(Failure::reason).containsExactly(Reason.UNREADABLE);
    }

    @Test
    void gzipThatNobodyAnnouncedIsRead() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(("<OAI-PMH>" + records(record("a")) + "</OAI-PMH>").getBytes(StandardCharsets.UTF_8));
        }
        publisher.serves(LIST, "text/xml", packed.toByteArray());

        assertThat(whole().keys()).containsExactly("a");
    }

    @Test
    void aListThatShiftsIsReadAgain() {
        serves(LIST, records(record("a")) + token("t1", 3));
        serves("/oai?verb=ListRecords&resumptionToken=t1", records(record("a"), record("b")) + token("", 2));

        assertThat(whole().keys()).containsExactly("a", "b");
        assertThat(publisher.requestsTo(LIST)).isGreaterThan(1);
    }

    @Test
    void aPageOfHtmlIsNoRepository() {
        publisher.serves("/oai?verb=Identify", "text/html", "<html><body>Onderhoud</body></html>");

        assertThat(whole().failures()).singleElement().satisfies(failure -> {
            assertThat(failure.reason()).isEqualTo(Reason.WRONG_TYPE);
            assertThat(failure.detail()).contains("text/html");
        });
    }

    @Test
    void theRichestFormatIsTaken() {
        serves(
                "/oai?verb=ListMetadataFormats",
                "<ListMetadataFormats><metadataFormat><metadataPrefix>oai_dc</metadataPrefix></metadataFormat>"
                        + "<metadataFormat><metadataPrefix>oai_lom</metadataPrefix></metadataFormat></ListMetadataFormats>");
        serves("/oai?verb=ListRecords&metadataPrefix=oai_lom", records(record("a")));

        assertThat(Offered.whole(connector, publisher.url("/oai"), Map.of()).keys())
                .containsExactly("a");
    }

    private Offered whole() {
        return Offered.whole(connector, publisher.url("/oai"), DUBLIN_CORE);
    }

    private Offered since(String instant) {
        return Offered.since(
                connector,
                publisher.url("/oai"),
                DUBLIN_CORE,
                new Validators(Optional.empty(), Optional.of(instant), Optional.empty(), Optional.empty()));
    }

    private static List<String> texts(Item item, Field field) {
        return item.listed()
                .about(field)
                .map(statement -> ((Value.Html) statement.value()).html().strip())
                .toList();
    }

    private void identifies(String granularity, String deleted) {
        serves(
                "/oai?verb=Identify",
                "<Identify><earliestDatestamp>2026-11-01</earliestDatestamp><deletedRecord>" + deleted
                        + "</deletedRecord><granularity>" + granularity + "</granularity></Identify>");
    }

    private void serves(String path, String inner) {
        publisher.serves(path, "text/xml; charset=utf-8", "<OAI-PMH>" + inner + "</OAI-PMH>");
    }

    private static String records(String... records) {
        return "<ListRecords>" + String.join("", records) + "</ListRecords>";
    }

    private static String record(String id) {
        return "<record>" + header(id) + metadata(id) + "</record>";
    }

    private static String header(String id) {
        return "<header><identifier>" + id + "</identifier><datestamp>2026-11-02</datestamp></header>";
    }

    private static String metadata(String id) {
        return "<metadata><oai_dc:dc><dc:title>Titel " + id + "</dc:title><dc:identifier>https://example.org/" + id
                + "</dc:identifier></oai_dc:dc></metadata>";
    }

    private static String token(String token) {
        return "<resumptionToken>" + token + "</resumptionToken>";
    }

    private static String token(String token, int size) {
        return "<resumptionToken completeListSize=\"" + size + "\">" + token + "</resumptionToken>";
    }
}
