package be.vakoogst.run;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.Prospect;
import be.vakoogst.catalogue.Submission;
import be.vakoogst.resource.SourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Writes down how each item would have ended, and nothing else. */
class DryWriter implements ItemWriter<List<Harvested>> {

    private final RunId run;
    private final SourceId source;
    private final Catalogue catalogue;
    private final Ledgers ledgers;
    private final IntSupplier listed;

    DryWriter(RunId run, SourceId source, Catalogue catalogue, Ledgers ledgers, IntSupplier listed) {
        this.run = run;
        this.source = source;
        this.catalogue = catalogue;
        this.ledgers = ledgers;
        this.listed = listed;
    }

    @Override
    public void write(Chunk<? extends List<Harvested>> chunk) {
        List<Harvested> all = chunk.getItems().stream().flatMap(List::stream).toList();
        all.forEach(harvested -> ledgers.listings().hear(run, harvested));
        List<ItemEnd> ends = new ArrayList<>(made(all));
        all.forEach(harvested -> ItemEnd.of(harvested).ifPresent(ends::add));
        only(all, Harvested.Gone.class)
                .map(gone -> new ItemEnd(Optional.of(gone.key()), gone.url(), RunItem.Outcome.GONE, Optional.empty()))
                .forEach(ends::add);
        ledgers.outcomes().write(run, source, ends);
        ledgers.runs().listed(run, listed.getAsInt());
    }

    private List<ItemEnd> made(List<Harvested> all) {
        List<Harvested.Made> made = only(all, Harvested.Made.class).toList();
        List<Prospect> prospects = catalogue.prospects(made.stream()
                .map(one -> new Submission(one.resource(), List.of()))
                .toList());
        List<ItemEnd> ends = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            Harvested.Made one = made.get(i);
            ends.add(new ItemEnd(
                    Optional.of(one.item().key()), one.item().url(), outcome(prospects.get(i)), one.partial()));
        }
        return ends;
    }

    private static RunItem.Outcome outcome(Prospect prospect) {
        return switch (prospect) {
            case NEW -> RunItem.Outcome.NEW;
            case CHANGED -> RunItem.Outcome.CHANGED;
            case UNCHANGED -> RunItem.Outcome.UNCHANGED;
        };
    }

    private static <H extends Harvested> Stream<H> only(List<Harvested> all, Class<H> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast);
    }
}
