package be.vakoogst.listing;

import be.vakoogst.connector.Checkpoint;
import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Discovery;
import be.vakoogst.connector.Item;
import be.vakoogst.connector.ItemKey;
import be.vakoogst.extract.Field;
import be.vakoogst.extract.Fingerprint;
import be.vakoogst.extract.Html;
import be.vakoogst.extract.RawRecord;
import be.vakoogst.extract.Sayings;
import be.vakoogst.extract.Syntax;
import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.failure.Stage;
import be.vakoogst.fetch.FetchRequest;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.fetch.Reference;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector.SelectorParseException;

/** One walk along the pages of a list; each step is a page. For one thread. */
final class ListingWalk implements Iterator<List<Discovered>> {

    /** Characters of an entry that a failure quotes. */
    private static final int SHOWN = 80;

    private final Fetcher fetcher;
    private final Discovery discovery;
    private final ListingSettings settings;
    private final Set<URI> visited = new HashSet<>();
    private final Set<ItemKey> seen = new HashSet<>();
    private Optional<URI> next;
    private boolean broken;

    ListingWalk(Fetcher fetcher, Discovery discovery) {
        this.fetcher = fetcher;
        this.discovery = discovery;
        this.settings = ListingSettings.of(discovery.source().connector());
        this.next = Optional.of(discovery.source().connector().url());
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
        FetchRequest request = FetchRequest.of(
                url, FetchRequest.Wanted.PAGE, discovery.source().politeness());
        return switch (fetcher.fetch(request)) {
            case Fetched.Fresh fresh -> read(fresh);
            case Fetched.NotModified(var _, var _) -> broken(url, Reason.EMPTY, "304 to a request without validators");
            case Fetched.Gone(Failure failure) -> broken(failure);
            case Fetched.Refused(Failure failure) -> broken(failure);
            case Fetched.Failed(Failure failure) -> broken(failure);
        };
    }

    private List<Discovered> read(Fetched.Fresh fresh) {
        try {
            return read(Html.parse(fresh), fresh.url());
        } catch (SelectorParseException e) {
            return broken(fresh.url(), Reason.UNREADABLE, "a selector of the source is none: " + e.getMessage());
        }
    }

    private List<Discovered> read(Document page, URI url) {
        List<Discovered> found = new ArrayList<>();
        List<Element> entries = page.select(settings.item());
        if (entries.isEmpty() && visited.size() == 1) {
            return broken(
                    url, Reason.WRONG_TYPE, "nothing matches '" + settings.item() + "' on '" + page.title() + "'");
        }
        for (int i = 0; i < entries.size(); i++) {
            entry(entries.get(i), "item[" + (i + 1) + "]", url).ifPresent(found::add);
        }
        goOn(page, url, found);
        if (next.isEmpty() && !broken) {
            found.add(new Discovered.Complete());
        }
        return found;
    }

    private void goOn(Document page, URI url, List<Discovered> found) {
        next = Optional.ofNullable(page.selectFirst(settings.next()))
                .flatMap(link -> Reference.resolve(url, link.attr("href")))
                .filter(target -> !visited.contains(target));
        if (next.isPresent() && visited.size() >= settings.pages()) {
            next = Optional.empty();
            found.addAll(broken(url, Reason.TOO_MANY, "more than " + settings.pages() + " pages"));
        }
    }

    /** Empty for what the source does not want, or what came before. */
    private Optional<Discovered> entry(Element entry, String place, URI base) {
        Element link = entry.is("a[href]") ? entry : entry.selectFirst(settings.link());
        // A button leads to a place in the list itself.
        Optional<URI> target = Optional.ofNullable(link)
                .map(there -> there.attr("href").strip())
                .filter(href -> !Reference.withoutPlace(href).isEmpty())
                .flatMap(href -> Reference.resolve(base, href));
        if (target.isEmpty()) {
            return Optional.of(nowhere(entry, Optional.ofNullable(link), place, base));
        }
        return target.filter(discovery.source().urls()::want)
                .filter(url -> seen.add(new ItemKey(url.toString())))
                .map(url -> new Discovered.Found(item(entry, place, url, base)));
    }

    private Discovered nowhere(Element entry, Optional<Element> link, String place, URI base) {
        String why = link.map(there -> "its link leads to '" + there.attr("href") + "'")
                .orElse("nothing in it matches '" + settings.link() + "'");
        String text = entry.text();
        String shown = text.substring(0, Math.min(SHOWN, text.length()));
        return new Discovered.Broken(
                new Failure(base, Stage.DISCOVER, Reason.NO_URL, place + " '" + shown + "': " + why));
    }

    private Item item(Element entry, String place, URI url, URI base) {
        Sayings sayings = new Sayings(Syntax.FEED, place);
        settings.fields()
                .forEach((field, selector) -> entry.select(selector)
                        .forEach(element -> sayings.plain(
                                Field.valueOf(field.toUpperCase(Locale.ROOT)), value(element), base, selector)));
        boolean tells = settings.fields().containsKey("modified");
        return new Item(
                new ItemKey(url.toString()),
                url,
                new RawRecord(base, sayings.all(), List.of()),
                tells ? Fingerprint.of(Optional.of(url), sayings.all()) : "",
                Optional.of(url),
                Checkpoint.START);
    }

    /** The attribute that carries a value where there is one, else the text. */
    private static String value(Element element) {
        for (String name : List.of("datetime", "content", "src", "data-src")) {
            if (element.hasAttr(name)) {
                return element.attr(name);
            }
        }
        return element.text();
    }

    private List<Discovered> broken(URI url, Reason reason, String detail) {
        return broken(new Failure(url, Stage.DISCOVER, reason, detail));
    }

    private List<Discovered> broken(Failure failure) {
        broken = true;
        return List.of(new Discovered.Broken(failure));
    }
}
