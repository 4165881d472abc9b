package be.vakoogst.site;

import be.vakoogst.connector.Connector;
import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Discovery;
import be.vakoogst.fetch.Fetcher;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Crawls a site within its bounds. */
public class SiteConnector implements Connector {

    private final Fetcher fetcher;

    public SiteConnector(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    @Override
    public String type() {
        return "site";
    }

    @Override
    public Stream<Discovered> discover(Discovery discovery) {
        Iterator<List<Discovered>> walk = new SiteWalk(fetcher, discovery);
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(walk, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .flatMap(List::stream);
    }
}
