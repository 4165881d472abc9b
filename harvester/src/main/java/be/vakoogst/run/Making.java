package be.vakoogst.run;

import be.vakoogst.connector.Discovery.Scope;
import be.vakoogst.connector.Item;
import be.vakoogst.extract.Extraction;
import be.vakoogst.extract.Extractor;
import be.vakoogst.extract.RawRecord;
import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.failure.Stage;
import be.vakoogst.fetch.Body;
import be.vakoogst.fetch.FetchRequest;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.fetch.Validators;
import be.vakoogst.life.LinkCheck;
import be.vakoogst.normalise.Normalised;
import be.vakoogst.normalise.Normaliser;
import be.vakoogst.source.Source;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Makes a record of one item: fetches its page if it has one, reads it, and normalises what list and page say. Safe for use by many threads. */
public class Making {

    private final Fetcher fetcher;
    private final List<Extractor> extractors;
    private final Normaliser normaliser;
    private final LinkCheck links;

    public Making(Fetcher fetcher, LinkCheck links, List<Extractor> extractors, Normaliser normaliser) {
        this.fetcher = fetcher;
        this.links = links;
        this.extractors = List.copyOf(extractors);
        this.normaliser = normaliser;
    }

    /** What came of the item; empty when this run has dealt with it already. */
    Optional<Harvested> make(Item item, Optional<Known.KnownItem> past, Order order) {
        if (past.filter(Known.KnownItem::done).isPresent()) {
            return Optional.empty();
        }
        if (past.filter(Known.KnownItem::withheld).isPresent()) {
            return Optional.of(new Harvested.Untouched(item, Optional.empty()));
        }
        boolean listTells = !item.fingerprint().isEmpty();
        boolean sameInList = listTells
                && past.filter(known -> known.fingerprint().equals(item.fingerprint()))
                        .isPresent();
        if (sameInList && order.scope() == Scope.INCREMENTAL) {
            return Optional.of(new Harvested.Untouched(item, Optional.empty()));
        }
        return Optional.of(item.page()
                .or(() -> ListedDocument.of(item))
                .map(page -> readPage(
                        page,
                        item,
                        sameInList || !listTells ? past.flatMap(Known.KnownItem::page) : Optional.empty(),
                        order))
                .orElseGet(() -> normalise(item, Page.none(), order.source())));
    }

    /** The same of an item whose page was read in finding it. */
    Optional<Harvested> make(Item item, Optional<Known.KnownItem> past, Fetched.Fresh page, Order order) {
        if (past.filter(Known.KnownItem::done).isPresent()) {
            page.body().close();
            return Optional.empty();
        }
        return Optional.of(read(page, item, order, this::askPlayer));
    }

    /** The record made once more from what was kept of it. */
    Harvested remake(Item item, KeptPage kept, Order order) {
        return kept.page()
                .map(page -> read(page, item, order, (raw, source) -> kept.player()))
                .orElseGet(() -> normalise(item, Page.none(), order.source()));
    }

    /** The same where the item's page turned out to be one that other addresses lead to as well. */
    Harvested fromListAlone(Item item, URI overview, Source source) {
        URI asked = item.page().orElse(item.url());
        return normalise(item, Page.missing(notFound(asked, LinkCheck.leadsAsOthersDo(overview))), source);
    }

    private static Failure notFound(URI asked, String instead) {
        return new Failure(asked, Stage.FETCH, Reason.NOT_FOUND, instead);
    }

    /** Whether a page was read at an address as records state it. */
    boolean isAt(Fetched.Fresh page, URI url) {
        return normaliser.address(page.url()).equals(url);
    }

    private Harvested readPage(URI url, Item item, Optional<Validators> remembered, Order order) {
        FetchRequest request = FetchRequest.of(
                        url, FetchRequest.Wanted.PAGE, order.source().politeness())
                .unless(remembered);
        return switch (fetcher.fetch(request)) {
            case Fetched.Fresh fresh -> answered(url, fresh, item, order);
            case Fetched.NotModified(var _, var validators) -> new Harvested.Untouched(item, Optional.of(validators));
            case Fetched.Refused(Failure failure)
            when failure.reason() == Reason.PRIVATE_ADDRESS -> new Harvested.Failed(item, failure);
            case Fetched.Refused(Failure failure) -> normalise(item, Page.missing(failure), order.source());
            case Fetched.Gone(Failure failure) -> normalise(item, Page.missing(failure), order.source());
            case Fetched.Failed(Failure failure) -> normalise(item, Page.missing(failure), order.source());
        };
    }

    private Harvested answered(URI asked, Fetched.Fresh fresh, Item item, Order order) {
        Optional<String> instead = links.standIn(asked, fresh);
        if (instead.isPresent()) {
            fresh.body().close();
            return normalise(item, Page.missing(notFound(asked, instead.get())), order.source());
        }
        Optional<Harvested.Way> way = way(asked, fresh, order.source());
        Harvested read = read(fresh, item, order, this::askPlayer);
        return read instanceof Harvested.Made made ? made.along(way) : read;
    }

    /** Empty where it led elsewhere, but not for good, or not to what was asked for. */
    private Optional<Harvested.Way> way(URI asked, Fetched.Fresh fresh, Source source) {
        Optional<URI> now =
                fresh.url().equals(asked) ? Optional.of(asked) : links.newAddress(asked, fresh, source.politeness());
        return now.map(to -> new Harvested.Way(normaliser.address(asked), normaliser.address(to)));
    }

    private Harvested read(
            Fetched.Fresh fresh,
            Item item,
            Order order,
            BiFunction<RawRecord, Source, Optional<Fetched.Fresh>> player) {
        try (Body _ = fresh.body()) {
            Page page = switch (extract(fresh, order.source())) {
                case Extraction.Read(RawRecord raw, Fetched.Fresh kept) ->
                    Page.read(kept, raw).with(played(player.apply(raw, order.source()), order.source()));
                case Extraction.Unreadable(Failure failure) -> Page.missing(failure);
            };
            return normalise(item, page, order.source());
        }
    }

    private Extraction extract(Fetched.Fresh fresh, Source source) {
        return extractors.stream()
                .filter(extractor -> extractor.reads(fresh))
                .findFirst()
                .map(extractor -> extractor.extract(fresh, source))
                .orElseGet(() -> new Extraction.Unreadable(unknownType(fresh)));
    }

    private Optional<Fetched.Fresh> askPlayer(RawRecord page, Source source) {
        return PlayerAddress.of(page)
                .map(address -> fetcher.fetch(FetchRequest.of(address, FetchRequest.Wanted.JSON, source.politeness())))
                .flatMap(answer -> answer instanceof Fetched.Fresh fresh ? Optional.of(fresh) : Optional.empty());
    }

    private Optional<Extraction.Read> played(Optional<Fetched.Fresh> answer, Source source) {
        return answer.map(fresh -> extract(fresh, source))
                .flatMap(extraction ->
                        extraction instanceof Extraction.Read read ? Optional.of(read) : Optional.empty());
    }

    private static Failure unknownType(Fetched.Fresh fresh) {
        return new Failure(
                fresh.url(), Stage.EXTRACT, Reason.WRONG_TYPE, "nothing here reads '" + fresh.mediaType() + "'");
    }

    private Harvested normalise(Item item, Page page, Source source) {
        return switch (normaliser.normalise(item, page.raw(), source)) {
            case Normalised.Made(var resource) ->
                new Harvested.Made(item, resource, page.kept(), page.notices(item), page.failure(), Optional.empty());
            case Normalised.Impossible(Failure failure) ->
                new Harvested.Failed(item, page.failure().orElse(failure));
        };
    }

    /** What came of an item's page. */
    private record Page(KeptPage kept, Optional<RawRecord> raw, Optional<Failure> failure) {

        static Page none() {
            return new Page(KeptPage.NOTHING, Optional.empty(), Optional.empty());
        }

        static Page missing(Failure failure) {
            return new Page(KeptPage.NOTHING, Optional.empty(), Optional.of(failure));
        }

        static Page read(Fetched.Fresh fetched, RawRecord raw) {
            return new Page(new KeptPage(Optional.of(fetched), Optional.empty()), Optional.of(raw), Optional.empty());
        }

        /** With what its player's address says. */
        Page with(Optional<Extraction.Read> player) {
            return new Page(
                    new KeptPage(kept.page(), player.map(Extraction.Read::kept)),
                    raw.map(page -> player.map(Extraction.Read::raw)
                            .map(said -> both(page, said))
                            .orElse(page)),
                    failure);
        }

        private static RawRecord both(RawRecord page, RawRecord player) {
            return new RawRecord(
                    page.url(),
                    Stream.concat(page.statements().stream(), player.statements().stream())
                            .toList(),
                    page.notices());
        }

        List<RawRecord.Notice> notices(Item item) {
            List<RawRecord.Notice> all = new ArrayList<>(item.listed().notices());
            raw.ifPresent(read -> all.addAll(read.notices()));
            return all;
        }
    }
}
