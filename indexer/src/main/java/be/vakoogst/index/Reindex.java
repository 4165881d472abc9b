package be.vakoogst.index;

import be.vakoogst.catalogue.ChangeNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the index anew beside the old one, which serves until the new one has caught up with every change. */
public class Reindex {

    private static final Logger LOG = LoggerFactory.getLogger(Reindex.class);

    private final Indices indices;
    private final Filling filling;
    private final IndexLedger ledger;

    Reindex(Indices indices, Filling filling, IndexLedger ledger) {
        this.indices = indices;
        this.filling = filling;
        this.ledger = ledger;
    }

    /**
     * Returns when the new index serves. A crash on the way leaves the old one serving; what was begun goes at the next change-over.
     *
     * @return how many changes the new index took over
     */
    public long run() {
        return ledger.alone(IndexLedger.Work.MAKING, this::make);
    }

    /** If the index that serves was made from other files than there are now. */
    void renew() {
        ledger.alone(IndexLedger.Work.MAKING, () -> {
            Indices.Index serving = ledger.alone(IndexLedger.Work.SERVING, indices::serving);
            return indices.outdated(serving) ? make() : 0L;
        });
    }

    /** While it changes over, nobody writes into the old index: so the new one lacks nothing that was found a moment ago. */
    private long make() {
        Indices.Index index = indices.createBeside();
        long total = fill(index);
        total += ledger.alone(IndexLedger.Work.SERVING, () -> {
            long last = fill(index);
            indices.refresh(index);
            indices.changeOver(index);
            return last;
        });
        LOG.info("{} serves now, with {} changes", index.name(), total);
        return total;
    }

    /** Up to what is the last change now: whoever writes faster than the engine must not keep it from ever being there. */
    private long fill(Indices.Index index) {
        ChangeNumber goal = filling.latest();
        long total = 0;
        while (ledger.position(index).compareTo(goal) < 0) {
            total += filling.step(index);
        }
        return total;
    }
}
