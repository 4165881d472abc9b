package be.vakoogst.rest;

import be.vakoogst.connector.Connector;
import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Discovery;
import be.vakoogst.fetch.Fetcher;
import java.time.InstantSource;
import java.util.stream.Stream;

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
        return Discovered.inSteps(new RestWalk(fetcher, discovery, clock));
    }
}
