package be.vakoogst.listing;

import be.vakoogst.connector.Connector;
import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Discovery;
import be.vakoogst.fetch.Fetcher;
import java.util.stream.Stream;

/** Reads pages that list items. */
public class ListingConnector implements Connector {

    private final Fetcher fetcher;

    public ListingConnector(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    @Override
    public String type() {
        return "listing";
    }

    @Override
    public Stream<Discovered> discover(Discovery discovery) {
        return Discovered.inSteps(new ListingWalk(fetcher, discovery));
    }
}
