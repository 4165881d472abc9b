package be.vakoogst.control;

import be.vakoogst.fetch.Body;
import be.vakoogst.fetch.FetchRequest;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.source.Politeness;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsoup.Jsoup;

/** Looks for a token where only who controls a site can put it. Safe for many threads; asks the site for two documents at most. */
public class Control {

    /** Bytes; what is looked for stands at the beginning, and is ASCII. */
    private static final int LOOKED_AT = 200_000;

    private final Fetcher fetcher;
    private final TxtRecords records;

    Control(Fetcher fetcher, TxtRecords records) {
        this.fetcher = fetcher;
        this.records = records;
    }

    /**
     * @param site an address on it; control is of its whole host
     * @param token that nobody can guess
     * @return the first way by which it is found
     */
    public Optional<Proof> of(URI site, String token) {
        if (isInFile(site, token)) {
            return Optional.of(Proof.FILE);
        }
        if (isOnFrontPage(site, token)) {
            return Optional.of(Proof.META);
        }
        return isInDns(site, token) ? Optional.of(Proof.DNS) : Optional.empty();
    }

    private boolean isInFile(URI site, String token) {
        return text(Proof.file(site)).map(String::strip).filter(token::equals).isPresent();
    }

    private boolean isOnFrontPage(URI site, String token) {
        return text(site.resolve("/")).stream()
                .flatMap(page -> Jsoup.parse(page).select("head meta[name=" + Proof.NAME + "]").stream())
                .anyMatch(meta -> meta.attr("content").strip().equals(token));
    }

    private boolean isInDns(URI site, String token) {
        return records.of(site.getHost()).contains(Proof.NAME + "=" + token);
    }

    /** A redirect to another host says nothing about this one. */
    private Optional<String> text(URI url) {
        Fetched answer = fetcher.fetch(FetchRequest.of(url, FetchRequest.Wanted.PAGE, Politeness.DEFAULT));
        if (!(answer instanceof Fetched.Fresh fresh)) {
            return Optional.empty();
        }
        try (Body _ = fresh.body()) {
            return Optional.of(fresh)
                    .filter(page -> page.url().getAuthority().equalsIgnoreCase(url.getAuthority()))
                    .map(page -> new String(page.body().start(LOOKED_AT), StandardCharsets.UTF_8));
        }
    }
}
