package be.vakoogst.oai;

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

/**
 * Harvests by OAI-PMH. An incremental discovery asks from the datestamp of the last concluded run on, with an overlap; where the repository does
 * not keep what it deleted, its identifiers are listed besides, and what they lack is gone.
 */
public class OaiConnector implements Connector {

    private final Fetcher fetcher;
    private final InstantSource clock;

    public OaiConnector(Fetcher fetcher, InstantSource clock) {
        this.fetcher = fetcher;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "oai";
    }

    @Override
    public Stream<Discovered> discover(Discovery discovery) {
        Iterator<List<Discovered>> walk =
                new OaiWalk(new OaiDialogue(fetcher, discovery.source()), discovery, clock.instant());
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(walk, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .flatMap(List::stream);
    }
}
