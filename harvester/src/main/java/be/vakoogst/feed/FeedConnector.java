package be.vakoogst.feed;

import be.vakoogst.connector.Connector;
import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Discovery;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Fetcher;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads feeds. An unchanged first page ends an incremental discovery with one request; once it changed, the whole paged feed is walked,
 * as an edit of an old entry shows only on the page it stands on.
 */
public class FeedConnector implements Connector {

    private final Fetcher fetcher;

    public FeedConnector(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    @Override
    public String type() {
        return "feed";
    }

    /** Also a page that names its feed. */
    @Override
    public Optional<Map<String, Object>> howToRead(Fetched.Fresh found) {
        return FeedDocument.isOne(found) ? Optional.of(Map.of()) : Optional.empty();
    }

    @Override
    public Stream<Discovered> discover(Discovery discovery) {
        FeedWalk walk = new FeedWalk(
                fetcher, discovery, FeedSettings.of(discovery.source().connector()));
        return Discovered.inSteps(walk);
    }
}
