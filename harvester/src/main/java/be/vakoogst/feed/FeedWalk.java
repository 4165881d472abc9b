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

    FeedWalk(Fetcher fetcher, Discovery discovery, FeedSettings settings) {
        this.fetcher = fetcher;
        this.discovery = discovery;
        this.settings = settings;
        this.fromTheStart = discovery.from().isStart();
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
            case FeedReading.Page(FeedPage page) -> handOver(url, fresh, page);
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

    private List<Discovered> handOver(URI url, Fetched.Fresh fresh, FeedPage page) {
        List<Discovered> found = new ArrayList<>();
        for (FeedEntry entry : page.entries()) {
            if (seen.add(entry.key())) {
                found.addAll(item(url, fresh.url(), entry));
            }
        }
        boolean anythingNew = !found.isEmpty() || page.entries().isEmpty();
        page.withdrawn()
                .forEach(key ->
                        found.add(new Discovered.Withdrawn(key, url, "deleted at the source (tombstone in the feed)")));
        next = following(url, page, anythingNew).filter(this::mayFollow);
        if (next.isPresent() && number >= settings.pages()) {
            found.add(new Discovered.Broken(
                    new Failure(url, Stage.DISCOVER, Reason.TOO_MANY, "more than " + settings.pages() + " pages")));
            next = Optional.empty();
        }
        found.add(new Discovered.Listed(url, fresh.validators()));
        if (page.complete() && next.isEmpty() && fromTheStart) {
            found.add(new Discovered.Complete());
        }
        number++;
        return found;
    }

    private List<Discovered> item(URI page, URI base, FeedEntry entry) {
        Optional<URI> link = entry.link().map(Links::withoutTracking);
        URI url = link.orElse(base);
        if (link.isPresent() && !discovery.source().urls().want(url)) {
            return List.of();
        }
        RawRecord listed = new RawRecord(page, entry.statements(), List.of());
        return List.of(new Discovered.Found(new Item(
                entry.key(),
                url,
                listed,
                Fingerprint.of(entry.link(), entry.statements()),
                link,
                new Checkpoint(page.toString()))));
    }

    private Optional<URI> following(URI url, FeedPage page, boolean anythingNew) {
        return page.next()
                .or(page::previousArchive)
                .or(() -> page.numbered() && anythingNew && !page.entries().isEmpty()
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
