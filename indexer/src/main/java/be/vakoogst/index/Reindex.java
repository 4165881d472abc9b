package be.vakoogst.index;

import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the index anew beside the old one, which serves until the new one has caught up with every change. */
public class Reindex {

    private static final Logger LOG = LoggerFactory.getLogger(Reindex.class);

    private final Indices indices;
    private final Filling filling;
    private final ReentrantLock one = new ReentrantLock();

    Reindex(Indices indices, Filling filling) {
        this.indices = indices;
        this.filling = filling;
    }

    /**
     * Returns when the new index serves. A crash on the way leaves the old one serving; what was begun goes at the next change-over.
     *
     * @return how many changes the new index took over
     */
    public long run() {
        one.lock();
        try {
            Indices.Index index = indices.createBeside();
            long total = 0;
            for (int step = filling.step(index); step > 0; step = filling.step(index)) {
                total += step;
            }
            indices.changeOver(index);
            LOG.info("{} serves now, with {} changes", index.name(), total);
            return total;
        } finally {
            one.unlock();
        }
    }
}
