package be.vakoogst.index;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.catalogue.ChangeNumber;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The changes of the catalogue from one to another in portions: while one is worked on, the next one is read. For one thread. */
final class Following implements AutoCloseable {

    private final Catalogue catalogue;
    private final ChangeNumber goal;
    private final int most;
    private final ExecutorService reader = Executors.newVirtualThreadPerTaskExecutor();
    private Future<List<CatalogueRecord>> next;

    /**
     * @param after the last change that is known already
     * @param goal at least up to this one
     * @param most of one portion
     */
    Following(Catalogue catalogue, ChangeNumber after, ChangeNumber goal, int most) {
        this.catalogue = catalogue;
        this.goal = goal;
        this.most = most;
        this.next = read(after);
    }

    private Future<List<CatalogueRecord>> read(ChangeNumber after) {
        return reader.submit(() -> after.compareTo(goal) < 0 ? catalogue.contentAfter(after, most) : List.of());
    }

    /** @return empty when there are no more */
    List<CatalogueRecord> next() {
        List<CatalogueRecord> changes = read();
        if (!changes.isEmpty()) {
            next = read(changes.getLast().number());
        }
        return changes;
    }

    /** What reading fails with is thrown as it is, so that it means what it would without a reader. */
    private List<CatalogueRecord> read() {
        try {
            return next.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The changes are not read to the end");
        }
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
