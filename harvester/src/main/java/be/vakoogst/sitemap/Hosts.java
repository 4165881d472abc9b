package be.vakoogst.sitemap;

import be.vakoogst.fetch.Fetcher;
import be.vakoogst.fetch.Reference;
import be.vakoogst.source.Source;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * For which hosts a sitemap speaks: for its own, for those whose robots.txt names it (sitemaps.org, "Sitemap file location" and "Sitemaps and Cross
 * Submits"), and for those that the operator names by an include pattern. That it speaks for its own folder and those below only does not hold for
 * sitemaps that were submitted, as those are that a source or robots.txt names. For one walk and one thread.
 */
final class Hosts {

    /** Other hosts whose robots.txt is asked for in one walk. */
    private static final int MOST_ASKED = 20;

    private final Fetcher fetcher;
    private final Source source;
    private final Map<String, Boolean> others = new HashMap<>();

    Hosts(Fetcher fetcher, Source source) {
        this.fetcher = fetcher;
        this.source = source;
    }

    /**
     * @param file the sitemap in which the target stands
     * @param named the sitemap or index by which the file was found
     */
    boolean maySpeak(URI file, URI named, URI target) {
        return bare(target).equals(bare(file))
                || !source.urls().include().isEmpty() && source.urls().want(target)
                || isNamedBy(target, named);
    }

    private boolean isNamedBy(URI target, URI named) {
        String question = bare(target) + " " + named;
        if (!others.containsKey(question) && others.size() < MOST_ASKED) {
            others.put(
                    question,
                    fetcher.sitemapsOf(target).stream()
                            .flatMap(text -> Reference.resolve(target, text).stream())
                            .anyMatch(named::equals));
        }
        return others.getOrDefault(question, false);
    }

    private static String bare(URI url) {
        String authority = url.getRawAuthority().toLowerCase(java.util.Locale.ROOT);
        return authority.startsWith("www.") ? authority.substring(4) : authority;
    }
}
