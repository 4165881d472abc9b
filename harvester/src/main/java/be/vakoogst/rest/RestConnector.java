package be.vakoogst.rest;

import be.vakoogst.connector.Connector;
import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Discovery;
import be.vakoogst.fetch.Fetcher;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads listings in JSON and XML as their source declares them. */
public class RestConnector implements Connector {

    private final Fetcher fetcher;
    private final InstantSource clock;

    public RestConnector(Fetcher fetcher, InstantSource clock) {
        this.fetcher = fetcher;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "rest";
    }

    @Override
    public Stream<Discovered> discover(Discovery discovery) {
        Iterator<List<Discovered>> walk = new RestWalk(fetcher, discovery, clock);
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(walk, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .flatMap(List::stream);
    }
}
