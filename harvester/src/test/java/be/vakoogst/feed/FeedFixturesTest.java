package be.vakoogst.feed;

import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Item;
import be.vakoogst.fetch.FetchSettings;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.publisher.Fixture;
import be.vakoogst.publisher.Offered;
import be.vakoogst.publisher.Publisher;
import be.vakoogst.source.Source;
import java.io.IOException;
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

/** Feeds as publishers write them, each with the records it must give by itself: a new fault is a new file in {@code feed/}. */
class FeedFixturesTest {

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

    private JsonNode told(Offered offered, Source source, String type) {
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
}
