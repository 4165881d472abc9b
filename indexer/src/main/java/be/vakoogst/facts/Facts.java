package be.vakoogst.facts;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.catalogue.ChangeNumber;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionOperations;

/** What is known of the records, to be counted; a moment behind the catalogue, and further while a large run fills it. Safe for many threads and nodes. */
public class Facts {

    private static final int STEP = 500;

    /** So many steps are taken for somebody who waits: a small harvest is in at once, a large catalogue in the background. */
    private static final int WHILE_WAITED_FOR = 10;

    private final FactsTable table;
    private final Catalogue catalogue;
    private final Observing observing;
    private final TransactionOperations transaction;
    private volatile Counted last = new Counted("", ChangeNumber.NONE, new Counts(List.of()));

    Facts(FactsTable table, Catalogue catalogue, Observing observing, TransactionOperations transaction) {
        this.table = table;
        this.catalogue = catalogue;
        this.observing = observing;
        this.transaction = transaction;
    }

    /**
     * How far the facts are.
     *
     * @param reached the last change that is in
     * @param latest the last change that there is
     */
    public record Progress(long reached, long latest) {}

    /** A record that a count counts. */
    public record Holding(ResourceId id, SourceId source, String title, URI url, List<String> trades) {}

    private record Counted(String definition, ChangeNumber at, Counts counts) {}

    /** @return whether there may be more to read */
    boolean step() {
        return Objects.requireNonNull(transaction.execute(status -> table.alone() && readOn()));
    }

    private boolean readOn() {
        String definition = observing.definition();
        List<CatalogueRecord> changes = catalogue.contentAfter(table.position(definition), STEP);
        if (changes.isEmpty()) {
            return false;
        }
        table.forget(changes.stream()
                .filter(record -> record.resource().isEmpty())
                .map(CatalogueRecord::id)
                .toList());
        table.write(changes.stream().flatMap(this::observed).toList());
        table.reached(definition, changes.getLast().number());
        return true;
    }

    private Stream<FactsTable.Observed> observed(CatalogueRecord record) {
        return record.resource().stream()
                .map(resource -> new FactsTable.Observed(record, resource, observing.of(resource)));
    }

    /** The counts, with what changed until now as far as that is little. */
    public Counts counts() {
        catchUp();
        String definition = observing.definition();
        ChangeNumber position = table.position(definition);
        Counted known = last;
        if (!known.at().equals(position) || !known.definition().equals(definition)) {
            known = new Counted(definition, position, new Counts(table.counts()));
            last = known;
        }
        return known.counts();
    }

    private void catchUp() {
        for (int steps = 0; steps < WHILE_WAITED_FOR && step(); steps++) {
            // each is a transaction of its own
        }
    }

    public Progress progress() {
        return new Progress(
                table.position(observing.definition()).value(),
                catalogue.latest().value());
    }

    /** By id, from behind an id on. */
    public List<Holding> records(RecordFilter filter, String after, int limit) {
        return table.records(filter, after, limit);
    }

    public long count(RecordFilter filter) {
        return table.count(filter);
    }
}
