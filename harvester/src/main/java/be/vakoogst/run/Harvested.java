package be.vakoogst.run;

import be.vakoogst.catalogue.Payload;
import be.vakoogst.connector.Checkpoint;
import be.vakoogst.connector.Item;
import be.vakoogst.connector.ItemKey;
import be.vakoogst.extract.RawRecord;
import be.vakoogst.failure.Failure;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Validators;
import be.vakoogst.resource.LearningResource;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the flow hands over for each thing it met, in the order of the list. */
public sealed interface Harvested {

    /** Where a run that ends right after this one goes on; empty where that is the same as before. */
    default Optional<Checkpoint> resumeFrom() {
        return switch (this) {
            case Made made -> Optional.of(made.item().resumeFrom());
            case Untouched untouched -> Optional.of(untouched.item().resumeFrom());
            case Failed failed -> Optional.of(failed.item().resumeFrom());
            case Gone _ -> Optional.empty();
            case Broken _ -> Optional.empty();
            case Listed _ -> Optional.empty();
            case NothingNew _ -> Optional.empty();
            case Present _ -> Optional.empty();
            case RestUnchanged _ -> Optional.empty();
            case ListComplete _ -> Optional.empty();
            case Rhythm _ -> Optional.empty();
            case Went _ -> Optional.empty();
        };
    }

    /**
     * A record.
     *
     * @param kept of its page; nothing where there is none or it could not be had
     * @param partial why its page could not be had, where the record rests on the list alone
     * @param way what its page's address did, where it was asked for
     */
    record Made(
            Item item,
            LearningResource resource,
            KeptPage kept,
            List<RawRecord.Notice> notices,
            Optional<Failure> partial,
            Optional<Way> way)
            implements Harvested {

        /** The same of a page that was asked for at an address. */
        Made along(Optional<Way> taken) {
            return new Made(item, resource, kept, notices, partial, taken);
        }

        /** What is kept of it, to make it again. */
        List<Payload> payloads() {
            return Stream.concat(Stream.of(ListedPayload.of(item)), kept.payloads())
                    .toList();
        }

        /** Of its page, to be stored together with the record. */
        Optional<Validators> validators() {
            return kept.page().map(Fetched.Fresh::validators);
        }
    }

    /**
     * What came of asking for a page.
     *
     * @param from as records state it
     * @param to where that leads for good, or itself
     */
    record Way(URI from, URI to) {

        boolean leadsElsewhere() {
            return !from.equals(to);
        }
    }

    /** The list says the same as before, or its page answered 304. */
    record Untouched(Item item, Optional<Validators> page) implements Harvested {}

    /** The list withdrew it, or its page is gone (404, 410). */
    record Gone(ItemKey key, URI url, String reason) implements Harvested {}

    /** No record could be made of it. */
    record Failed(Item item, Failure failure) implements Harvested {}

    /** A part of the list could not be read. */
    record Broken(Failure failure) implements Harvested {}

    /** A listing document was handed over whole. */
    record Listed(URI url, Validators validators) implements Harvested {}

    /** The whole list is as it was. */
    record NothingNew(URI url, Validators validators) implements Harvested {}

    /** The list still names it. */
    record Present(ItemKey key, URI url) implements Harvested {}

    /** The list named only what changed: every other item is as it was. */
    record RestUnchanged() implements Harvested {}

    /** The list was whole: what it did not name is gone. */
    record ListComplete() implements Harvested {}

    /** The list says how often it is worth asking. */
    record Rhythm(Duration every) implements Harvested {}

    /** Nothing was met, but the walk goes on. */
    record Went() implements Harvested {}
}
