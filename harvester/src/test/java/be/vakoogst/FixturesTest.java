package be.vakoogst;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.connector.Checkpoint;
import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Item;
import be.vakoogst.connector.ItemKey;
import be.vakoogst.extract.Extraction;
import be.vakoogst.extract.RawRecord;
import be.vakoogst.feed.FeedConnector;
import be.vakoogst.fetch.FetchRequest;
import be.vakoogst.fetch.FetchSettings;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.page.PageExtractor;
import be.vakoogst.publisher.Fixture;
import be.vakoogst.publisher.Offered;
import be.vakoogst.publisher.Publisher;
import be.vakoogst.source.Source;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Feeds and pages as publishers write them, each with what it must give by itself: a new fault is a new file in {@code feed/} or {@code page/}. */
class FixturesTest {

    private static final String ADDRESS = "https://vakblad.example/hout/artikel.html";

    private static final Publisher PUBLISHER = new Publisher();
    private static final Fetcher FETCHER =
            Fetcher.open(FetchSettings.allowing(List.of("127.0.0.1")), InstantSource.system());

    @AfterAll
    static void close() {
        FETCHER.close();
        PUBLISHER.close();
    }

    static Stream<Fixture> feeds() {
        return Fixture.of("feed");
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void aFeedGivesItsRecords(Fixture feed) throws IOException {
        String type = feed.expected().path("contentType").asString("application/xml");
        PUBLISHER.serves("/nieuws/feed", type, feed.body());
        Source source = Offered.source("feed", PUBLISHER.url("/nieuws/feed"), Map.of());

        Offered offered =
                Offered.whole(new FeedConnector(FETCHER), source.connector().url(), Map.of());

        feed.check(told(offered, source, type));
    }

    private static JsonNode told(Offered offered, Source source, String type) {
        ObjectNode told =
                JsonMapper.shared().createObjectNode().put("contentType", type).put("complete", offered.complete());
        offered.items().forEach(item -> told.withArray("items").add(record(item, source)));
        offered.failures()
                .forEach(failure ->
                        told.withArray("failures").add(failure.reason().code() + ": " + failure.detail()));
        offered.only(Discovered.Withdrawn.class)
                .forEach(gone -> told.withArray("withdrawn").add(gone.key().value()));
        return JsonMapper.shared()
                .readTree(told.toString().replace(PUBLISHER.url("").toString(), "http://vakblad.example"));
    }

    private static JsonNode record(Item item, Source source) {
        return ((ObjectNode) Fixture.record(item, Optional.empty(), source))
                .put("key", item.key().value());
    }

    static Stream<Fixture> pages() {
        return Fixture.of("page");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageGivesItsRecord(Fixture page) throws IOException {
        PUBLISHER.serves(
                "/hout/artikel.html", page.expected().path("contentType").asString("text/html"), page.body());
        Source source = Offered.source("feed", PUBLISHER.url("/feed"), Map.of());

        RawRecord raw = read(source);
        Item item = new Item(
                new ItemKey(ADDRESS),
                raw.url(),
                new RawRecord(raw.url(), List.of(), List.of()),
                "",
                Optional.of(raw.url()),
                Checkpoint.START);
        ObjectNode actual = (ObjectNode) Fixture.record(item, Optional.of(raw), source);
        actual.put("contentType", page.expected().path("contentType").asString(""));
        actual.set(
                "notices",
                JsonMapper.shared()
                        .valueToTree(raw.notices().stream()
                                .map(notice -> notice.where() + ": " + notice.message())
                                .toList()));

        page.check(published(actual));
    }

    /** The page as it is read at its public address. */
    private RawRecord read(Source source) {
        FetchRequest request =
                FetchRequest.of(PUBLISHER.url("/hout/artikel.html"), FetchRequest.Wanted.PAGE, source.politeness());
        Fetched.Fresh fetched = (Fetched.Fresh) FETCHER.fetch(request);
        Extraction extraction = new PageExtractor(List.of())
                .extract(
                        new Fetched.Fresh(
                                URI.create(ADDRESS),
                                fetched.body(),
                                fetched.mediaType(),
                                fetched.charset(),
                                fetched.validators(),
                                fetched.headers()),
                        source);
        assertThat(extraction).isInstanceOf(Extraction.Read.class);
        return ((Extraction.Read) extraction).raw();
    }

    /** Provenance by field, so that a fixture names only what it is about. */
    private static JsonNode published(ObjectNode record) {
        ObjectNode from = record.putObject("from");
        record.path("provenance")
                .forEach(one -> from.put(
                        one.path("field").asString(),
                        one.path("syntax").asString() + " " + one.path("where").asString()));
        return record;
    }
}
