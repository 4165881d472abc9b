package be.vakoogst.index;

import be.vakoogst.catalogue.ChangeNumber;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the index anew beside the old one, which serves until the new one has caught up with every change. */
public class Reindex {

    private static final Logger LOG = LoggerFactory.getLogger(Reindex.class);

    private static final int SAMPLE_SIZE = 20;
    private static final List<String> SAMPLES =
            IntStream.range(0, 16).mapToObj(Integer::toHexString).toList();

    private final Indices indices;
    private final Filling filling;
    private final IndexLedger ledger;
    private final Comparison comparison;

    Reindex(Indices indices, Filling filling, IndexLedger ledger, Comparison comparison) {
        this.indices = indices;
        this.filling = filling;
        this.ledger = ledger;
        this.comparison = comparison;
    }

    /**
     * Returns when the new index serves. A crash on the way leaves the old one serving; what was begun goes at the next change-over.
     *
     * @return how many changes the new index took over
     * @throws IndexDiffers when the new index does not hold what the catalogue shows; then the old one goes on serving
     */
    public long run() {
        return ledger.alone(IndexLedger.Work.MAKING, this::make);
    }

    /** If the index that serves was made from other files than there are now, or from another catalogue: one that was restored since. */
    void renew() {
        ledger.alone(IndexLedger.Work.MAKING, () -> {
            Indices.Index serving = ledger.alone(IndexLedger.Work.SERVING, indices::serving);
            return indices.outdated(serving) || isForeign(serving) ? make() : 0L;
        });
    }

    /** The catalogue has records, and never carried one into this index. */
    private boolean isForeign(Indices.Index serving) {
        return ledger.position(serving).equals(ChangeNumber.NONE)
                && filling.latest().value() > 0;
    }

    /** While it changes over, nobody writes into the old index: so the new one lacks nothing that was found a moment ago. */
    private long make() {
        Indices.Index index = indices.createBeside();
        long total = fill(index);
        indices.settle(index);
        total += ledger.alone(IndexLedger.Work.SERVING, () -> {
            long last = fill(index);
            indices.refresh(index);
            requireAgreement(index);
            indices.changeOver(index);
            return last;
        });
        LOG.info("{} serves now, with {} changes", index.name(), total);
        return total;
    }

    /** By count, and by records from sixteen places of the whole: the ids are digests, so that any place is as good as another. */
    private void requireAgreement(Indices.Index index) {
        comparison.disagreement(index, SAMPLES, SAMPLE_SIZE).ifPresent(how -> {
            indices.remove(index);
            throw new IndexDiffers(index.name(), how);
        });
    }

    /** Up to what is the last change now: whoever writes faster than the engine must not keep it from ever being there. */
    private long fill(Indices.Index index) {
        return filling.upTo(filling.latest(), index);
    }
}
