package be.vakoogst.sitemap;

import be.vakoogst.connector.Connector;
import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Discovery;
import be.vakoogst.fetch.Fetcher;
import java.util.stream.Stream;

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
        return Discovered.inSteps(new SitemapWalk(fetcher, discovery));
    }
}
