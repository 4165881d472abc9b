package be.vakoogst.rest;

import be.vakoogst.connector.Connector;
import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Discovery;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Fetcher;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
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

    /** A list in JSON, or in the JSON-LD of a page, that nobody described. */
    @Override
    public Optional<Map<String, Object>> howToRead(Fetched.Fresh found) {
        return Proposal.of(found);
    }

    @Override
    public Stream<Discovered> discover(Discovery discovery) {
        return Discovered.inSteps(new RestWalk(fetcher, discovery, clock));
    }
}
