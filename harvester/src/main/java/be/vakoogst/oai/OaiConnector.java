package be.vakoogst.oai;

import be.vakoogst.connector.Connector;
import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Discovery;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.xml.XmlText;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Harvests by OAI-PMH. An incremental discovery asks from the datestamp of the last concluded run on, with an overlap; where the repository does
 * not keep what it deleted, its identifiers are listed besides, and what they lack is gone.
 */
public class OaiConnector implements Connector {

    private static final Pattern ROOT = Pattern.compile("<(\\w+:)?OAI-PMH[\\s>]");

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
    public Optional<Map<String, Object>> howToRead(Fetched.Fresh found) {
        return XmlText.hasRoot(found, ROOT) ? Optional.of(Map.of()) : Optional.empty();
    }

    @Override
    public Stream<Discovered> discover(Discovery discovery) {
        return Discovered.inSteps(
                new OaiWalk(new OaiDialogue(fetcher, discovery.source()), discovery, clock.instant()));
    }
}
