package be.vakoogst.site;

import be.vakoogst.connector.Connector;
import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Discovery;
import be.vakoogst.fetch.Fetcher;
import java.util.stream.Stream;

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
        return Discovered.inSteps(new SiteWalk(fetcher, discovery));
    }
}
