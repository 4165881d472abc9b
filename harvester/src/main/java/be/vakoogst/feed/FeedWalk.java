package be.vakoogst.feed;

import be.vakoogst.connector.Checkpoint;
import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Discovery;
import be.vakoogst.connector.Discovery.Scope;
import be.vakoogst.connector.Item;
import be.vakoogst.connector.ItemKey;
import be.vakoogst.extract.Fingerprint;
import be.vakoogst.extract.RawRecord;
import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.failure.Stage;
import be.vakoogst.fetch.FetchRequest;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.fetch.Validators;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/** One walk along the pages of a feed; each step is a page, fetched when it is asked for. For one thread. */
final class FeedWalk implements Iterator<List<Discovered>> {

    /** A page of HTML names a feed, which may be another page of HTML that does: no further. */
    private static final int MOST_HINTS = 3;

    private final Fetcher fetcher;
    private final Discovery discovery;
    private final FeedSettings settings;
    private final Set<URI> visited = new HashSet<>();
    private final Set<ItemKey> seen = new HashSet<>();
    private Optional<URI> next;
    private int number = 1;
    private int hints;
    private boolean fromTheStart;
    private boolean whole;

    FeedWalk(Fetcher fetcher, Discovery discovery, FeedSettings settings) {
        this.fetcher = fetcher;
        this.discovery = discovery;
        this.settings = settings;
        this.fromTheStart = discovery.from().isStart();
        this.whole = fromTheStart;
        this.next = Optional.of(
                fromTheStart
                        ? discovery.source().connector().url()
                        : URI.create(discovery.from().value()));
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    @Override
    public List<Discovered> next() {
        URI url = next.orElseThrow(NoSuchElementException::new);
        next = Optional.empty();
        visited.add(url);
        return switch (fetcher.fetch(request(url))) {
            case Fetched.Fresh fresh -> read(url, fresh);
            case Fetched.NotModified(var _, var validators) -> List.of(new Discovered.Unchanged(url, validators));
            case Fetched.Gone(Failure failure) -> beyondTheEnd() ? List.of() : broken(failure);
            case Fetched.Refused(Failure failure) -> broken(failure);
            case Fetched.Failed(Failure failure) -> broken(failure);
        };
    }

    private FetchRequest request(URI url) {
        Optional<Validators> remembered = isFirst() && discovery.scope() == Scope.INCREMENTAL
                ? discovery.remembered().apply(url)
                : Optional.empty();
        return FetchRequest.of(url, FetchRequest.Wanted.FEED, discovery.source().politeness())
                .unless(remembered);
    }

    private boolean isFirst() {
        return fromTheStart && number == 1;
    }

    /** WordPress answers 404 after its last page. */
    private boolean beyondTheEnd() {
        return !isFirst();
    }

    private List<Discovered> read(URI url, Fetched.Fresh fresh) {
        return switch (FeedDocument.read(fresh)) {
            case FeedReading.Page(FeedPage page, var breaks) -> handOver(url, fresh, page, breaks);
            case FeedReading.Elsewhere(URI feed) -> elsewhere(feed, fresh);
            case FeedReading.NoFeed(Reason reason, String found) ->
                broken(new Failure(url, Stage.DISCOVER, reason, found));
        };
    }

    private List<Discovered> elsewhere(URI feed, Fetched.Fresh page) {
        if (visited.contains(feed) || ++hints > MOST_HINTS) {
            return broken(new Failure(
                    page.url(), Stage.DISCOVER, Reason.WRONG_TYPE, "an HTML page whose feed is an HTML page again"));
        }
        next = Optional.of(feed);
        return List.of();
    }

    private List<Discovered> handOver(URI url, Fetched.Fresh fresh, FeedPage page, Optional<String> breaks) {
        List<Discovered> found = new ArrayList<>();
        List<FeedEntry> entries = page.entries().all();
        entries.stream()
                .filter(entry -> seen.add(entry.key()))
                .forEach(entry -> found.addAll(item(url, fresh.url(), entry)));
        boolean anythingNew = !found.isEmpty() || entries.isEmpty();
        page.withdrawn()
                .forEach(key ->
                        found.add(new Discovered.Withdrawn(key, url, "deleted at the source (tombstone in the feed)")));
        page.entries().nameless().forEach(what -> found.add(fault(url, Reason.NO_URL, what)));
        breaks.ifPresentOrElse(
                where -> found.add(fault(url, Reason.UNREADABLE, where)),
                () -> found.add(new Discovered.Listed(url, fresh.validators())));
        if (number == 1) {
            page.rhythm().map(Discovered.Rhythm::new).ifPresent(found::add);
        }
        whole &= breaks.isEmpty();
        next = following(url, page, anythingNew).filter(this::mayFollow);
        found.addAll(ending(url, page));
        number++;
        return found;
    }

    /** What is to be said where the walk ends at this page. */
    private List<Discovered> ending(URI url, FeedPage page) {
        if (next.isPresent() && number >= settings.pages()) {
            next = Optional.empty();
            return List.of(fault(url, Reason.TOO_MANY, "more than " + settings.pages() + " pages"));
        }
        if (next.isPresent() && page.next().isEmpty() && isRememberedArchive(next.get())) {
            next = Optional.empty();
            return List.of(new Discovered.RestUnchanged());
        }
        return page.complete() && next.isEmpty() && whole ? List.of(new Discovered.Complete()) : List.of();
    }

    /** An archive never changes (RFC 5005 section 4), nor do those before it: once read, in a run that concluded well, they need not be read again. */
    private boolean isRememberedArchive(URI url) {
        return discovery.scope() == Scope.INCREMENTAL
                && discovery.remembered().apply(url).isPresent();
    }

    private static Discovered fault(URI url, Reason reason, String detail) {
        return new Discovered.Broken(new Failure(url, Stage.DISCOVER, reason, detail));
    }

    private List<Discovered> item(URI page, URI base, FeedEntry entry) {
        URI url = entry.url().orElse(base);
        if (entry.url().isPresent() && !discovery.source().urls().want(url)) {
            return List.of();
        }
        RawRecord listed = new RawRecord(page, entry.statements(), List.of());
        return List.of(new Discovered.Found(new Item(
                entry.key(),
                url,
                listed,
                Fingerprint.of(entry.url(), entry.statements()),
                entry.page(),
                new Checkpoint(page.toString()))));
    }

    private Optional<URI> following(URI url, FeedPage page, boolean anythingNew) {
        return page.next()
                .or(page::previousArchive)
                .or(() -> page.numbered() && anythingNew && page.entries().size() > 0
                        ? Optional.of(Links.nextNumbered(url))
                        : Optional.empty());
    }

    /** Never twice to the same page in one walk. */
    private boolean mayFollow(URI url) {
        return !visited.contains(url);
    }

    private static List<Discovered> broken(Failure failure) {
        return List.of(new Discovered.Broken(failure));
    }
}
