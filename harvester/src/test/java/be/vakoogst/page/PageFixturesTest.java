package be.vakoogst.page;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.connector.Checkpoint;
import be.vakoogst.connector.Item;
import be.vakoogst.connector.ItemKey;
import be.vakoogst.extract.Extraction;
import be.vakoogst.extract.RawRecord;
import be.vakoogst.fetch.FetchRequest;
import be.vakoogst.fetch.FetchSettings;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Fetcher;
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

/** Pages as publishers write them, each with the record it must give: a new fault is a new file in {@code page/}. */
class PageFixturesTest {

    private static final String ADDRESS = "https://vakblad.example/hout/artikel.html";

    private static final Publisher PUBLISHER = new Publisher();
    private static final Fetcher FETCHER =
            Fetcher.open(FetchSettings.allowing(List.of("127.0.0.1")), InstantSource.system());

    @AfterAll
    static void close() {
        FETCHER.close();
        PUBLISHER.close();
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
