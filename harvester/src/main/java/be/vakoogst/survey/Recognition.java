package be.vakoogst.survey;

import be.vakoogst.connector.Connector;
import be.vakoogst.fetch.Body;
import be.vakoogst.fetch.FetchRequest;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.source.Politeness;
import be.vakoogst.source.SourceDraft;
import be.vakoogst.survey.Candidates.Candidate;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Recognises what stands at an address, by one request, whose answer is kept for who harvests it then. */
final class Recognition {

    private static final Map<String, Ground> GROUNDS =
            Map.of("oai", Ground.REPOSITORY, "sitemap", Ground.SITEMAP_GIVEN, "feed", Ground.FEED, "rest", Ground.API);

    private final Fetcher fetcher;
    private final List<Connector> connectors;
    private final Politeness politeness;

    Recognition(Fetcher fetcher, List<Connector> connectors, Politeness politeness) {
        this.fetcher = fetcher;
        this.connectors = List.copyOf(connectors);
        this.politeness = politeness;
    }

    /** With which it asks, and whoever goes on from what it found. */
    Politeness politeness() {
        return politeness;
    }

    Fetched look(URI url) {
        return fetcher.look(FetchRequest.of(url, FetchRequest.Wanted.ANYTHING, politeness));
    }

    /** What stands there or is named there, in the order of what it promises. */
    List<Candidate> at(URI address) {
        return look(address) instanceof Fetched.Fresh fresh ? in(fresh, address).toList() : List.of();
    }

    /** Lists are small enough for memory. */
    Stream<Candidate> in(Fetched.Fresh fresh, URI address) {
        return fresh.body() instanceof Body.InMemory
                ? connectors.stream()
                        .flatMap(
                                connector -> connector
                                        .howToRead(fresh)
                                        .map(options -> candidate(connector.type(), address, options))
                                        .stream())
                        .sorted(Comparator.comparing(Candidate::ground))
                : Stream.empty();
    }

    private static Candidate candidate(String type, URI address, Map<String, Object> options) {
        Ground ground = options.containsKey("jsonLd") ? Ground.PAGE_LIST : GROUNDS.getOrDefault(type, Ground.CRAWL);
        return new Candidate(SourceDraft.of(address, type, options), ground);
    }
}
