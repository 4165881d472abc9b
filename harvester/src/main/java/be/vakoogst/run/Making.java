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
import be.vakoogst.normalise.Normalised;
import be.vakoogst.normalise.Normaliser;
import be.vakoogst.source.Source;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a record of one item: fetches its page if it has one, reads it, and normalises what list and page say. Safe for use by many threads. */
public class Making {

    private final Fetcher fetcher;
    private final List<Extractor> extractors;
    private final Normaliser normaliser;

    public Making(Fetcher fetcher, List<Extractor> extractors, Normaliser normaliser) {
        this.fetcher = fetcher;
        this.extractors = List.copyOf(extractors);
        this.normaliser = normaliser;
    }

    /** What came of the item; empty when this run has dealt with it already. */
    Optional<Harvested> make(Item item, Optional<Known.KnownItem> past, Order order) {
        if (past.filter(Known.KnownItem::done).isPresent()) {
            return Optional.empty();
        }
        boolean listTells = !item.fingerprint().isEmpty();
        boolean sameInList = listTells
                && past.filter(known -> known.fingerprint().equals(item.fingerprint()))
                        .isPresent();
        if (sameInList && order.scope() == Scope.INCREMENTAL) {
            return Optional.of(new Harvested.Untouched(item, Optional.empty()));
        }
        return Optional.of(item.page()
                .map(page -> readPage(
                        page,
                        item,
                        sameInList || !listTells ? past.flatMap(Known.KnownItem::page) : Optional.empty(),
                        order))
                .orElseGet(() -> normalise(item, Page.none(), order)));
    }

    /** The same of an item whose page was read in finding it. */
    Optional<Harvested> make(Item item, Optional<Known.KnownItem> past, Fetched.Fresh page, Order order) {
        if (past.filter(Known.KnownItem::done).isPresent()) {
            page.body().close();
            return Optional.empty();
        }
        return Optional.of(read(page, item, order));
    }

    /** The record made once more from what was kept of it. */
    Harvested remake(Item item, Optional<Fetched.Fresh> keptPage, Order order) {
        return keptPage.map(page -> read(page, item, order)).orElseGet(() -> normalise(item, Page.none(), order));
    }

    private Harvested readPage(URI url, Item item, Optional<Validators> remembered, Order order) {
        FetchRequest request = FetchRequest.of(
                        url, FetchRequest.Wanted.PAGE, order.source().politeness())
                .unless(remembered);
        return switch (fetcher.fetch(request)) {
            case Fetched.Fresh fresh -> read(fresh, item, order);
            case Fetched.NotModified(var _, var validators) -> new Harvested.Untouched(item, Optional.of(validators));
            case Fetched.Refused(Failure failure)
            when failure.reason() == Reason.PRIVATE_ADDRESS -> new Harvested.Failed(item, failure);
            case Fetched.Refused(Failure failure) -> normalise(item, Page.missing(failure), order);
            case Fetched.Gone(Failure failure) -> normalise(item, Page.missing(failure), order);
            case Fetched.Failed(Failure failure) -> normalise(item, Page.missing(failure), order);
        };
    }

    private Harvested read(Fetched.Fresh fresh, Item item, Order order) {
        try (Body _ = fresh.body()) {
            return normalise(item, page(fresh, order.source()), order);
        }
    }

    private Page page(Fetched.Fresh fresh, Source source) {
        return extractors.stream()
                .filter(extractor -> extractor.reads(fresh))
                .findFirst()
                .map(extractor -> switch (extractor.extract(fresh, source)) {
                    case Extraction.Read(RawRecord raw, Fetched.Fresh kept) -> Page.read(kept, raw);
                    case Extraction.Unreadable(Failure failure) -> Page.missing(failure);
                })
                .orElseGet(() -> Page.missing(unknownType(fresh)));
    }

    private static Failure unknownType(Fetched.Fresh fresh) {
        return new Failure(
                fresh.url(), Stage.EXTRACT, Reason.WRONG_TYPE, "nothing here reads '" + fresh.mediaType() + "'");
    }

    private Harvested normalise(Item item, Page page, Order order) {
        return switch (normaliser.normalise(item, page.raw(), order.source())) {
            case Normalised.Made(var resource) ->
                new Harvested.Made(item, resource, page.fetched(), page.notices(item), page.failure());
            case Normalised.Impossible(Failure failure) ->
                new Harvested.Failed(item, page.failure().orElse(failure));
        };
    }

    /** What came of an item's page. */
    private record Page(Optional<Fetched.Fresh> fetched, Optional<RawRecord> raw, Optional<Failure> failure) {

        static Page none() {
            return new Page(Optional.empty(), Optional.empty(), Optional.empty());
        }

        static Page missing(Failure failure) {
            return new Page(Optional.empty(), Optional.empty(), Optional.of(failure));
        }

        static Page read(Fetched.Fresh fetched, RawRecord raw) {
            return new Page(Optional.of(fetched), Optional.of(raw), Optional.empty());
        }

        List<RawRecord.Notice> notices(Item item) {
            List<RawRecord.Notice> all = new ArrayList<>(item.listed().notices());
            raw.ifPresent(read -> all.addAll(read.notices()));
            return all;
        }
    }
}
