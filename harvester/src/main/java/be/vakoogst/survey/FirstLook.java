package be.vakoogst.survey;

import be.vakoogst.connector.Connector;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.source.Politeness;
import be.vakoogst.source.SourceDraft;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells how an address is best harvested, from its form or from one request, whose answer is kept for who harvests it then: what stands there
 * itself, or what a page leads to; else that page alone. Where nothing came of it, it counts as a feed, whose connector says what is wrong.
 */
public final class FirstLook {

    /** Pages and documents; pictures, scripts and the like say nothing of themselves. */
    private static final Pattern READABLE = Pattern.compile(
            ".*html.*|text/(plain|markdown|rtf)|application/(pdf|epub.*|zip|msword|rtf|vnd\\..*|x-h5p)");

    private final Fetcher fetcher;
    private final Recognition recognition;
    private final Politeness politeness;

    public FirstLook(Fetcher fetcher, List<Connector> connectors, Politeness politeness) {
        this.fetcher = fetcher;
        this.recognition = new Recognition(fetcher, connectors, politeness);
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
        return recognition.look(address) instanceof Fetched.Fresh fresh
                ? standing(address, fresh)
                : SourceDraft.of(address, "feed", Map.of());
    }

    /** What a page lists in JSON-LD may be what it is about, or what it merely leads to besides: that is for people to choose. */
    private SourceDraft standing(URI address, Fetched.Fresh fresh) {
        return recognition
                .in(fresh, address)
                .filter(candidate -> candidate.ground() != Ground.PAGE_LIST)
                .findFirst()
                .map(Candidates.Candidate::draft)
                .orElseGet(() -> READABLE.matcher(fresh.mediaType()).matches()
                        ? page(fresh.url())
                        : SourceDraft.of(address, "feed", Map.of()));
    }

    private SourceDraft page(URI url) {
        return Candidates.isFrontPage(url) && hasSitemap(url)
                ? SourceDraft.of(url, "sitemap", Map.of())
                : SourceDraft.of(url, "site", Map.of("depth", 0));
    }

    private boolean hasSitemap(URI site) {
        URI usual = site.resolve("/sitemap.xml");
        return !fetcher.sitemapsOf(site).isEmpty()
                || recognition.at(usual).stream().anyMatch(candidate -> candidate.ground() == Ground.SITEMAP_GIVEN);
    }
}
