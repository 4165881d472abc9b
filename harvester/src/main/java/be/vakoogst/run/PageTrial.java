package be.vakoogst.run;

import be.vakoogst.connector.Checkpoint;
import be.vakoogst.connector.Discovery.Scope;
import be.vakoogst.connector.Item;
import be.vakoogst.connector.ItemKey;
import be.vakoogst.extract.RawRecord;
import be.vakoogst.failure.Failure;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.source.Source;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Reads one document by itself and keeps nothing of it: as a run reads an item's page. Safe for many threads. */
public class PageTrial {

    private final Making making;

    PageTrial(Making making) {
        this.making = making;
    }

    /**
     * What a document gives.
     *
     * @param resource empty where no record can be made of it
     * @param failures why, or what cost a part of it
     * @param notices faults that cost nothing yet
     */
    public record Read(Optional<LearningResource> resource, List<Failure> failures, List<RawRecord.Notice> notices) {}

    /** Asks for a page, within the limits of any fetch. */
    public Read fetch(Source source, URI url) {
        return read(making.make(item(url, Optional.of(url)), Optional.empty(), order(source)));
    }

    /** @param document is closed when this returns */
    public Read read(Source source, Fetched.Fresh document) {
        return read(making.make(item(document.url(), Optional.empty()), Optional.empty(), document, order(source)));
    }

    private static Item item(URI url, Optional<URI> page) {
        RawRecord nothing = new RawRecord(url, List.of(), List.of());
        return new Item(new ItemKey(url.toString()), url, nothing, "", page, Checkpoint.START);
    }

    private static Order order(Source source) {
        return new Order(source, Scope.FULL, Checkpoint.START, Known.Nothing.KNOWN, listed -> {});
    }

    private static Read read(Optional<Harvested> harvested) {
        return switch (harvested.orElseThrow()) {
            case Harvested.Made made ->
                new Read(Optional.of(made.resource()), made.partial().stream().toList(), made.notices());
            case Harvested.Failed failed -> new Read(Optional.empty(), List.of(failed.failure()), List.of());
            default -> new Read(Optional.empty(), List.of(), List.of());
        };
    }
}
