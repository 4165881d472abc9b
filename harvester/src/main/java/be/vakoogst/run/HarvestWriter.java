package be.vakoogst.run;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.Cause;
import be.vakoogst.catalogue.Change;
import be.vakoogst.catalogue.Submission;
import be.vakoogst.connector.ItemKey;
import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.failure.Stage;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Hands a chunk to the catalogue and writes down how each of its items ended, in one transaction.
 * Idempotent: after a fault Spring Batch may write the chunk again, item by item.
 */
class HarvestWriter implements ItemWriter<List<Harvested>> {

    private final RunId run;
    private final SourceId source;
    private final Catalogue catalogue;
    private final Ledgers ledgers;
    private final Redirects redirects;
    private final IntSupplier listed;

    HarvestWriter(Run run, Catalogue catalogue, Ledgers ledgers, Redirects redirects, IntSupplier listed) {
        this.run = run.id();
        this.source = run.source();
        this.catalogue = catalogue;
        this.ledgers = ledgers;
        this.redirects = redirects;
        this.listed = listed;
    }

    @Override
    public void write(Chunk<? extends List<Harvested>> chunk) {
        Page page = new Page();
        redirects
                .followed(chunk.getItems().stream()
                        .<Harvested>flatMap(List::stream)
                        .toList())
                .forEach(page::add);
        page.outcomes.addAll(0, accept(page.made));
        ledgers.items().leave(run, source, page.left);
        ledgers.items().touch(run, page.untouched);
        tellLife(page);
        ledgers.outcomes().write(run, source, page.outcomes);
        ledgers.runs().listed(run, listed.getAsInt());
    }

    private List<ItemEnd> accept(Map<ItemKey, Harvested.Made> made) {
        List<Harvested.Made> all = List.copyOf(made.values());
        List<Change> changes = catalogue.accept(
                all.stream()
                        .map(one -> new Submission(one.resource(), one.payloads()))
                        .toList(),
                new Cause(run.cause()));
        List<ItemEnd> outcomes = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            outcomes.add(end(all.get(i), changes.get(i)));
            if (changes.get(i) instanceof Change.Barred) {
                made.remove(all.get(i).item().key());
            }
        }
        return outcomes;
    }

    private static ItemEnd end(Harvested.Made one, Change change) {
        Optional<Failure> why = change instanceof Change.Barred
                ? Optional.of(new Failure(one.item().url(), Stage.ACCEPT, Reason.TAKEN_DOWN, "it was taken down"))
                : one.partial();
        return new ItemEnd(Optional.of(one.item().key()), one.item().url(), kind(change), why);
    }

    private static RunItem.Outcome kind(Change change) {
        return switch (change) {
            case Change.New _ -> RunItem.Outcome.NEW;
            case Change.Changed _ -> RunItem.Outcome.CHANGED;
            case Change.Unchanged _ -> RunItem.Outcome.UNCHANGED;
            case Change.Withdrawn _, Change.Barred _ -> RunItem.Outcome.GONE;
        };
    }

    /** What was withdrawn goes when the run is concluded, so that an operator can be asked first where it is too much. */
    private void tellLife(Page page) {
        Map<ResourceId, URI> shown = new LinkedHashMap<>();
        page.made
                .values()
                .forEach(one -> shown.put(one.resource().id(), one.resource().url()));
        ledgers.life().live(source, catalogue.readAt(shown));
        ledgers.life().listedAgain(page.listed());
        ledgers.life().announce(source, run.cause(), page.gone);
        catalogue.seen(page.untouched);
    }

    /** A chunk, sorted by what has to be done. An item that comes twice is accepted once. */
    private final class Page {
        private final Map<ItemKey, Harvested.Made> made = new LinkedHashMap<>();
        private final Map<ResourceId, String> gone = new LinkedHashMap<>();
        private final List<ItemLedger.Left> left = new ArrayList<>();
        private final List<ResourceId> untouched = new ArrayList<>();
        private final List<ItemEnd> outcomes = new ArrayList<>();

        void add(Harvested harvested) {
            ledgers.listings().hear(run, harvested);
            ItemEnd.of(harvested).ifPresent(outcomes::add);
            switch (harvested) {
                case Harvested.Made one -> addMade(one);
                case Harvested.Untouched(var item, var validators) ->
                    validators.ifPresentOrElse(
                            fresh -> left.add(ItemLedger.Left.as(item, validators)),
                            () -> untouched.add(id(item.key())));
                case Harvested.Gone(var key, var _, var reason) -> gone.put(id(key), reason);
                case Harvested.Failed(var item, var _) -> left.add(ItemLedger.Left.failed(item));
                case Harvested.Present(var key, var _) -> untouched.add(id(key));
                case Harvested.Broken _, Harvested.Listed _, Harvested.NothingNew _ -> {}
                case Harvested.RestUnchanged _, Harvested.ListComplete _, Harvested.Rhythm _, Harvested.Went _ -> {}
            }
        }

        private void addMade(Harvested.Made one) {
            made.putIfAbsent(one.item().key(), one);
            left.add(
                    one.partial().filter(failure -> failure.reason().passing()).isPresent()
                            ? ItemLedger.Left.unfinished(one.item())
                            : ItemLedger.Left.as(one.item(), one.validators()));
        }

        /** All that the list names, be it read, unread or broken. */
        private List<ResourceId> listed() {
            return Stream.concat(untouched.stream(), left.stream().map(item -> id(item.key())))
                    .toList();
        }

        private ResourceId id(ItemKey key) {
            return ResourceId.of(source, key.value());
        }
    }
}
