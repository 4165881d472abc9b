package be.vakoogst.sitemap;

import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Discovery;
import be.vakoogst.connector.Seen;
import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.failure.Stage;
import be.vakoogst.fetch.FetchRequest;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.fetch.Reference;
import be.vakoogst.xml.XmlText;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One walk through the sitemaps of a site, file by file; within a file, some hundred entries at a step. For one thread. */
final class SitemapWalk implements Iterator<List<Discovered>> {

    private static final int MOST_NESTING = 5;

    /** Where sitemaps lie by habit, in the order in which they are tried. */
    private static final List<String> USUAL = List.of(
            "/sitemap.xml",
            "/sitemap_index.xml",
            "/wp-sitemap.xml",
            "/sitemap.xml.gz",
            "/sitemap_index.xml.gz",
            "/sitemap-index.xml",
            "/sitemap/sitemap.xml",
            "/sitemaps.xml",
            "/sitemap.txt");

    /** Also the feeds that serve as sitemaps, under any prefix. */
    private static final Pattern SITEMAP = Pattern.compile("<(?:\\w+:)?(?:urlset|sitemapindex|rss|feed|rdf)[\\s>]");

    private final Fetcher fetcher;
    private final Discovery discovery;
    private final SitemapSettings settings;
    private final Deque<SitemapFile.Place> waiting = new ArrayDeque<>();
    private final Set<URI> asked = new HashSet<>();
    private final SitemapFile.Judge judge;
    private URI site;
    private Optional<SitemapFile> open = Optional.empty();
    private boolean searched;
    private boolean guessed;
    private boolean broken;
    private boolean listed;
    private boolean ended;

    SitemapWalk(Fetcher fetcher, Discovery discovery) {
        this.fetcher = fetcher;
        this.discovery = discovery;
        this.settings = SitemapSettings.of(discovery.source().connector());
        this.site = discovery.source().connector().url();
        this.judge = new SitemapFile.Judge(discovery.source(), new Hosts(fetcher, discovery.source()), new Seen());
        if (isSite(site)) {
            searchSite();
        } else {
            waiting.add(SitemapFile.Place.named(site));
        }
    }

    private static boolean isSite(URI url) {
        return url.getPath() == null || url.getPath().isEmpty() || url.getPath().equals("/");
    }

    /** What robots.txt names, else the usual places. */
    private void searchSite() {
        searched = true;
        fetcher.sitemapsOf(site).stream()
                .flatMap(text -> Reference.resolve(site, text).stream())
                .map(SitemapFile.Place::named)
                .forEach(waiting::add);
        if (waiting.isEmpty()) {
            guess();
        }
    }

    private void guess() {
        guessed = true;
        USUAL.forEach(path -> waiting.add(SitemapFile.Place.guessed(site.resolve(path))));
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    @Override
    public List<Discovered> next() {
        if (ended) {
            throw new NoSuchElementException();
        }
        if (open.isPresent()) {
            return someOf(open.get());
        }
        return waiting.isEmpty() ? conclude() : ask(waiting.poll());
    }

    private List<Discovered> conclude() {
        if (searched && !listed && !guessed) {
            guess();
            return List.of();
        }
        ended = true;
        if (!listed && !broken) {
            return List.of(new Discovered.Broken(new Failure(
                    discovery.source().connector().url(),
                    Stage.DISCOVER,
                    Reason.NOT_FOUND,
                    "no sitemap: none in robots.txt, nor at " + String.join(", ", USUAL))));
        }
        return broken ? List.of() : List.of(new Discovered.Complete());
    }

    private List<Discovered> ask(SitemapFile.Place file) {
        if (!asked.add(file.url())) {
            return List.of();
        }
        if (asked.size() > settings.sitemaps()) {
            waiting.clear();
            return broken(new Failure(
                    file.url(),
                    Stage.DISCOVER,
                    Reason.TOO_MANY,
                    "more than " + settings.sitemaps() + " sitemap files"));
        }
        FetchRequest request = FetchRequest.of(
                file.url(), FetchRequest.Wanted.SITEMAP, discovery.source().politeness());
        return switch (fetcher.fetch(request)) {
            case Fetched.Fresh fresh -> read(file, fresh);
            case Fetched.NotModified(var url, var _) ->
                broken(new Failure(url, Stage.DISCOVER, Reason.EMPTY, "304 to a request without validators"));
            case Fetched.Gone(Failure failure) -> file.guessed() ? List.of() : broken(failure);
            case Fetched.Refused(Failure failure) ->
                file.guessed() && failure.reason().deliberate() ? List.of() : broken(failure);
            case Fetched.Failed(Failure failure) -> {
                forgetGuesses(file);
                yield broken(failure);
            }
        };
    }

    private List<Discovered> read(SitemapFile.Place file, Fetched.Fresh fresh) {
        String text = XmlText.of(fresh);
        String start = text.substring(0, Math.min(2000, text.length())).toLowerCase(Locale.ROOT);
        if (SITEMAP.matcher(start).find()) {
            return open(file, SitemapFile.ofXml(file, fresh.url(), text, judge));
        }
        if (start.contains("<html") || start.contains("<!doctype html")) {
            return html(file, fresh);
        }
        if (!start.stripLeading().startsWith("<") && start.contains("http")) {
            return open(file, SitemapFile.ofLines(file, fresh.url(), text, judge));
        }
        return file.guessed()
                ? List.of()
                : broken(new Failure(
                        fresh.url(), Stage.DISCOVER, Reason.WRONG_TYPE, "no sitemap but '" + fresh.mediaType() + "'"));
    }

    private List<Discovered> open(SitemapFile.Place place, SitemapFile file) {
        open = Optional.of(file);
        listed = true;
        forgetGuesses(place);
        return List.of();
    }

    /** A page of the site was given: its sitemaps are looked for; a guess that leads to a page was wrong. */
    private List<Discovered> html(SitemapFile.Place file, Fetched.Fresh fresh) {
        if (file.guessed()) {
            return List.of();
        }
        if (searched || file.nesting() > 0) {
            return broken(new Failure(fresh.url(), Stage.DISCOVER, Reason.WRONG_TYPE, "no sitemap but a page of HTML"));
        }
        site = fresh.url();
        searchSite();
        return List.of();
    }

    /** One of the usual places is enough: the others mostly lead to the same. */
    private void forgetGuesses(SitemapFile.Place file) {
        if (file.guessed()) {
            waiting.removeIf(SitemapFile.Place::guessed);
        }
    }

    private List<Discovered> someOf(SitemapFile file) {
        List<Discovered> found = new ArrayList<>();
        boolean more = file.some(found);
        for (URI nested : file.takeNested()) {
            nest(nested, file, found);
        }
        if (!more) {
            open = Optional.empty();
        }
        if (found.stream().anyMatch(SitemapWalk::isBreak)) {
            broken = true;
        }
        return found;
    }

    private static boolean isBreak(Discovered discovered) {
        return discovered instanceof Discovered.Broken(Failure failure)
                && !failure.reason().deliberate();
    }

    private void nest(URI nested, SitemapFile file, List<Discovered> found) {
        SitemapFile.Place below = file.place().nested(nested);
        if (below.nesting() > MOST_NESTING) {
            found.add(new Discovered.Broken(new Failure(
                    nested, Stage.DISCOVER, Reason.TOO_MANY, "sitemaps nested deeper than " + MOST_NESTING)));
        } else if (settings.wants(nested)) {
            waiting.add(below);
        }
    }

    private List<Discovered> broken(Failure failure) {
        broken = true;
        return List.of(new Discovered.Broken(failure));
    }
}
