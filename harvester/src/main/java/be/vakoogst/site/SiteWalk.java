package be.vakoogst.site;

import be.vakoogst.connector.Checkpoint;
import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Discovery;
import be.vakoogst.connector.Item;
import be.vakoogst.connector.ItemKey;
import be.vakoogst.extract.Html;
import be.vakoogst.extract.RawRecord;
import be.vakoogst.extract.RobotsTag;
import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.failure.Stage;
import be.vakoogst.fetch.FetchRequest;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.fetch.Reference;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** One crawl, breadth first; each step is a page. What is remembered is bounded by the number of pages. For one thread. */
final class SiteWalk implements Iterator<List<Discovered>> {

    /** Links that are noticed for each page that may be fetched. */
    private static final int NOTICED_A_PAGE = 20;

    /** Robots meta, and X-Robots-Tag as the search engines document them; none is both. */
    private static final Set<String> NO_FOLLOW = Set.of("nofollow", "none");

    private static final Set<String> NO_INDEX = Set.of("noindex", "none");

    private static final Pattern NO_DOCUMENT = Pattern.compile(
            "(image|font|audio|video)/.*|text/(css|calendar|javascript)|application/(.*javascript|.*json|.*xml|octet-stream)|text/xml");

    private final Fetcher fetcher;
    private final Discovery discovery;
    private final SiteSettings settings;
    private final Traps traps = new Traps();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Set<URI> noticed = new HashSet<>();
    private final Set<URI> items = new HashSet<>();
    private int fetched;
    private boolean broken;
    private boolean ended;

    private record Waiting(URI url, int depth) {}

    SiteWalk(Fetcher fetcher, Discovery discovery) {
        this.fetcher = fetcher;
        this.discovery = discovery;
        this.settings = SiteSettings.of(discovery.source().connector());
        begin(discovery.source().connector().url());
    }

    /** However its address looks, it is no trap. */
    private void begin(URI url) {
        noticed.add(url);
        waiting.add(new Waiting(url, 0));
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
        if (waiting.isEmpty()) {
            ended = true;
            return broken ? List.of() : List.of(new Discovered.Complete());
        }
        if (fetched >= settings.pages()) {
            ended = true;
            return broken(new Failure(
                    waiting.element().url(),
                    Stage.DISCOVER,
                    Reason.TOO_MANY,
                    "more than " + settings.pages() + " pages; " + waiting.size() + " links wait"));
        }
        return ask(waiting.poll());
    }

    private List<Discovered> ask(Waiting page) {
        fetched++;
        FetchRequest request = FetchRequest.of(
                page.url(), FetchRequest.Wanted.PAGE, discovery.source().politeness());
        return switch (fetcher.fetch(request)) {
            case Fetched.Fresh fresh -> read(page, fresh);
            case Fetched.NotModified(var _, var _) -> List.of();
            case Fetched.Gone(Failure failure) -> page.depth() == 0 ? broken(failure) : List.of();
            case Fetched.Refused(Failure failure) -> refused(page, failure);
            case Fetched.Failed(Failure failure) -> broken(failure);
        };
    }

    /** What robots.txt keeps us from is no fault of the site; only the beginning must be open. */
    private List<Discovered> refused(Waiting page, Failure failure) {
        return page.depth() == 0 || !failure.reason().deliberate()
                ? broken(failure)
                : List.of(new Discovered.Broken(failure));
    }

    private List<Discovered> read(Waiting page, Fetched.Fresh fresh) {
        if (!sameHost(fresh.url())) {
            return List.of(new Discovered.Broken(new Failure(
                    fresh.url(), Stage.DISCOVER, Reason.FOREIGN_HOST, page.url() + " leads to another host")));
        }
        if (!fresh.mediaType().contains("html")) {
            return NO_DOCUMENT.matcher(fresh.mediaType()).matches() ? List.of() : item(page.url(), fresh);
        }
        Document document = Html.parse(fresh);
        Set<String> robots = robots(document, fresh);
        if (Collections.disjoint(robots, NO_FOLLOW) && page.depth() < settings.depth() && mayFollow(page)) {
            document.select("a[href], area[href]").forEach(link -> follow(link, page.depth() + 1));
        }
        return Collections.disjoint(robots, NO_INDEX)
                ? item(canonical(document, fresh.url()), fresh)
                : unwanted(fresh.url());
    }

    /** Pages met on the way may keep themselves out; of the one that was asked for it is said. */
    private List<Discovered> unwanted(URI url) {
        return settings.depth() == 0
                ? List.of(new Discovered.Broken(
                        new Failure(url, Stage.DISCOVER, Reason.ROBOTS, "the page asks not to be indexed (noindex)")))
                : List.of();
    }

    private boolean mayFollow(Waiting page) {
        return page.depth() == 0 || settings.follows(page.url().toString());
    }

    /** What the page says to every robot, and to us. */
    private static Set<String> robots(Document document, Fetched.Fresh fresh) {
        Stream<String> header =
                fresh.headers().getOrDefault("x-robots-tag", List.of()).stream().map(RobotsTag::forUs);
        Stream<String> meta =
                document.select("meta[name~=(?i)^(robots|vakoogst)$]").stream().map(element -> element.attr("content"));
        return Stream.concat(header, meta)
                .flatMap(said -> Arrays.stream(said.toLowerCase(Locale.ROOT).split("[,\\s]+")))
                .collect(Collectors.toSet());
    }

    /** Addresses are relative to the page, or to what its base element says. */
    private void follow(Element link, int depth) {
        if (!link.attr("rel").toLowerCase(Locale.ROOT).contains("nofollow")) {
            Reference.resolve(URI.create(link.baseUri()), link.attr("href"))
                    .filter(this::sameHost)
                    .ifPresent(target -> notice(target, depth));
        }
    }

    private boolean sameHost(URI url) {
        return bare(url).equals(bare(discovery.source().connector().url()));
    }

    private static String bare(URI url) {
        String authority = String.valueOf(url.getRawAuthority()).toLowerCase(Locale.ROOT);
        return authority.startsWith("www.") ? authority.substring(4) : authority;
    }

    private void notice(URI link, int depth) {
        if (noticed.size() < settings.pages() * NOTICED_A_PAGE) {
            traps.admit(link, isNamed(link))
                    .filter(url -> wanted(url) || settings.follows(url.toString()))
                    .filter(noticed::add)
                    .ifPresent(url -> waiting.add(new Waiting(url, depth)));
        }
    }

    /** What the operator asked for by name is no trap, however much there is of it. */
    private boolean isNamed(URI url) {
        return !discovery.source().urls().include().isEmpty() && wanted(url);
    }

    private boolean wanted(URI url) {
        return discovery.source().urls().want(url);
    }

    /** The page's own right address, where it is on the same host (RFC 6596). */
    private URI canonical(Document document, URI url) {
        return Optional.ofNullable(document.selectFirst("link[rel~=(?i)canonical][href]"))
                .flatMap(link -> Reference.resolve(url, link.attr("href")))
                .filter(this::sameHost)
                .orElse(url);
    }

    private List<Discovered> item(URI url, Fetched.Fresh fresh) {
        boolean isItem = wanted(url) && isNotTheBeginning(url);
        if (!isItem || !items.add(url)) {
            return List.of();
        }
        RawRecord listed = new RawRecord(url, List.of(), List.of());
        return List.of(new Discovered.Found(
                new Item(new ItemKey(url.toString()), url, listed, "", Optional.of(url), Checkpoint.START),
                Optional.of(fresh)));
    }

    /** Where a crawl begins is a way in, unless it is all that is wanted or the operator names it as an item. */
    private boolean isNotTheBeginning(URI url) {
        return settings.depth() == 0
                || !discovery.source().urls().include().isEmpty()
                || !url.equals(discovery.source().connector().url());
    }

    private List<Discovered> broken(Failure failure) {
        broken = true;
        return List.of(new Discovered.Broken(failure));
    }
}
