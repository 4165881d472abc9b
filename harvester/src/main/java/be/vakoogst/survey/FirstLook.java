package be.vakoogst.survey;

import be.vakoogst.connector.Connector;
import be.vakoogst.fetch.Body;
import be.vakoogst.fetch.FetchRequest;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.source.Politeness;
import be.vakoogst.source.SourceDraft;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells how an address is best harvested, from its form or from one request, whose answer is kept for who harvests it then: what stands there
 * itself, or what a page leads to; else that page alone. Where nothing came of it, it counts as a feed, whose connector says what is wrong.
 */
public final class FirstLook {

    /** Pages and documents; pictures, scripts and the like say nothing of themselves. */
    private static final Pattern READABLE = Pattern.compile(
            ".*html.*|text/(plain|markdown|rtf)|application/(pdf|epub.*|zip|msword|rtf|vnd\\..*|x-h5p)");

    private final Fetcher fetcher;
    private final List<Connector> connectors;
    private final Politeness politeness;

    /** @param connectors asked in this order whether a body is theirs */
    public FirstLook(Fetcher fetcher, List<Connector> connectors, Politeness politeness) {
        this.fetcher = fetcher;
        this.connectors = List.copyOf(connectors);
        this.politeness = politeness;
    }

    public SourceDraft at(URI address) {
        return AddressForm.told(address)
                .map(Candidates.Candidate::draft)
                .orElseGet(() -> looked(address))
                .called(SourceDraft.idOf(address))
                .paced(politeness);
    }

    private SourceDraft looked(URI address) {
        return look(address) instanceof Fetched.Fresh fresh
                ? standing(address, fresh)
                : SourceDraft.of(address, "feed", Map.of());
    }

    private Fetched look(URI url) {
        return fetcher.look(FetchRequest.of(url, FetchRequest.Wanted.ANYTHING, politeness));
    }

    private SourceDraft standing(URI address, Fetched.Fresh fresh) {
        return recognisers(fresh)
                .findFirst()
                .map(connector -> SourceDraft.of(address, connector.type(), Map.of()))
                .orElseGet(() -> READABLE.matcher(fresh.mediaType()).matches()
                        ? page(fresh.url())
                        : SourceDraft.of(address, "feed", Map.of()));
    }

    private SourceDraft page(URI url) {
        return isFrontPage(url) && hasSitemap(url)
                ? SourceDraft.of(url, "sitemap", Map.of())
                : SourceDraft.of(url, "site", Map.of("depth", 0));
    }

    private static boolean isFrontPage(URI url) {
        return url.getRawQuery() == null
                && (url.getPath().isEmpty() || url.getPath().equals("/"));
    }

    private boolean hasSitemap(URI site) {
        return !fetcher.sitemapsOf(site).isEmpty()
                || look(site.resolve("/sitemap.xml")) instanceof Fetched.Fresh fresh
                        && recognisers(fresh)
                                .anyMatch(connector -> connector.type().equals("sitemap"));
    }

    /** Lists are small enough for memory. */
    private Stream<Connector> recognisers(Fetched.Fresh fresh) {
        return fresh.body() instanceof Body.InMemory
                ? connectors.stream().filter(connector -> connector.recognises(fresh))
                : Stream.empty();
    }
}
