package be.vakoogst.index;

import be.vakoogst.catalogue.CatalogueRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import tools.jackson.core.JacksonException;

/** The way of documents into an index: while some requests are under way, the next is made. For one thread. */
final class Sending implements AutoCloseable {

    private static final int TOGETHER = 500;
    private static final int BYTES_AT_ONCE = 5 << 20;
    private static final int AT_ONCE = 2;

    private final SearchEngine engine;
    private final SearchDocument documents;
    private final Indices.Index index;
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore free = new Semaphore(AT_ONCE);

    Sending(SearchEngine engine, SearchDocument documents, Indices.Index index) {
        this.engine = engine;
        this.documents = documents;
        this.index = index;
    }

    /** Some records that are under way, the last ones perhaps not even begun. */
    record Step(List<CatalogueRecord> records, Acknowledgements answers, List<Future<?>> requests) {}

    /** Makes documents of all, and waits only while too many requests are under way. */
    Step begin(List<CatalogueRecord> records) {
        Step step = new Step(records, new Acknowledgements(engine), new ArrayList<>());
        send(records, TOGETHER, step);
        return step;
    }

    /**
     * Waits until all of them were answered; what was refused together is sent by itself.
     *
     * @return what the index will not take
     * @throws EngineAway when not everything was acknowledged
     */
    List<Acknowledgements.Rejection> end(Step step) {
        await(step);
        send(step.answers().refusedTogether(), 1, step);
        await(step);
        step.answers().failIfAway();
        return step.answers().rejections();
    }

    private void send(List<CatalogueRecord> records, int together, Step step) {
        if (records.isEmpty()) {
            return;
        }
        BulkBody body = new BulkBody(documents);
        for (CatalogueRecord record : records) {
            add(record, body, step.answers());
            if (body.records().size() == together || body.size() >= BYTES_AT_ONCE) {
                send(body, step);
                body = new BulkBody(documents);
            }
        }
        if (!body.records().isEmpty()) {
            send(body, step);
        }
    }

    /** When no document can be made of it, it is left out: one record's fault holds back no other. */
    private static void add(CatalogueRecord record, BulkBody body, Acknowledgements answers) {
        try {
            body.add(record);
        } catch (IllegalArgumentException | IllegalStateException | JacksonException e) {
            answers.reject(record, "no document can be made of it: " + e);
        }
    }

    private void send(BulkBody body, Step step) {
        try {
            free.acquire();
        } catch (InterruptedException e) {
            throw interrupted();
        }
        step.requests().add(senders.submit(() -> {
            try {
                request(body, step.answers());
            } finally {
                free.release();
            }
        }));
    }

    private void request(BulkBody body, Acknowledgements answers) {
        try {
            answers.answered(body.records(), engine.bulk(index.name(), body.entity()));
        } catch (EngineRefused e) {
            answers.refused(body.records(), e);
        } catch (EngineAway e) {
            answers.away(e);
        }
    }

    private static void await(Step step) {
        try {
            for (Future<?> request : step.requests()) {
                request.get();
            }
            step.requests().clear();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException("The changes are not sent to the end");
    }

    /** Waits for what is under way: a late request would bring back an index that was removed meanwhile. */
    @Override
    public void close() {
        senders.close();
    }
}
