package be.vakoogst.listing;

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
        Iterator<List<Discovered>> walk = new ListingWalk(fetcher, discovery);
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(walk, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .flatMap(List::stream);
    }
}
