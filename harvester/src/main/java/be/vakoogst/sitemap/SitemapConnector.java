package be.vakoogst.sitemap;

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

/** Reads sitemaps. They are asked for anew at each run, as they tell which of many pages changed; a page that did not is not asked for. */
public class SitemapConnector implements Connector {

    private final Fetcher fetcher;

    public SitemapConnector(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    @Override
    public String type() {
        return "sitemap";
    }

    @Override
    public Stream<Discovered> discover(Discovery discovery) {
        Iterator<List<Discovered>> walk = new SitemapWalk(fetcher, discovery);
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(walk, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .flatMap(List::stream);
    }
}
