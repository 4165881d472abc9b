package be.vakoogst.document;

import be.vakoogst.failure.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The reading processes: started when they are needed, used again, replaced when a document has ended one. Safe for any number of threads; a
 * call waits its turn, in the order of calls, which the time limit of each document bounds. What comes to harm in company is read once more
 * alone, in a process of its own, so that a document that ends a process costs no other one.
 */
public final class Readers implements AutoCloseable {

    private static final int TRIES = 3;

    private final DocumentSettings settings;
    private final Semaphore turns;
    private final Semaphore alone = new Semaphore(1, true);
    private final Lock choosing = new ReentrantLock();
    private final List<Reader> running = new ArrayList<>();
    private volatile boolean closed;

    public Readers(DocumentSettings settings) {
        this.settings = settings;
        this.turns = new Semaphore(settings.atOnce(), true);
    }

    /**
     * What a document says, or why it cannot be read.
     *
     * @param name of the file as its address gives it; evidence of the type
     */
    public Answer read(Path file, String name) {
        try {
            turns.acquire();
            try {
                return readNow(file, name);
            } finally {
                turns.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Refused(Reason.NO_READER, "interrupted");
        }
    }

    private Answer readNow(Path file, String name) throws InterruptedException {
        try {
            return tried(() -> inCompany(file, name));
        } catch (Reader.Unclear e) {
            return readAlone(file, name);
        }
    }

    /** One after the other, so that there is no more than one process beside the usual ones. */
    private Answer readAlone(Path file, String name) throws InterruptedException {
        alone.acquire();
        try {
            return tried(() -> {
                try (Reader reader = Reader.start(settings)) {
                    return reader.read(file, name);
                }
            });
        } catch (Reader.Unclear e) {
            throw new IllegalStateException("nothing was read beside it", e);
        } finally {
            alone.release();
        }
    }

    private interface Attempt {
        Answer read() throws Reader.Absent, Reader.Unclear, InterruptedException;
    }

    private Answer tried(Attempt attempt) throws Reader.Unclear, InterruptedException {
        String fault = "";
        for (int tries = 0; tries < TRIES && !closed; tries++) {
            try {
                return attempt.read();
            } catch (Reader.Absent e) {
                fault = String.valueOf(e.getMessage());
            }
        }
        return new Answer.Refused(Reason.NO_READER, fault);
    }

    private Answer inCompany(Path file, String name) throws Reader.Absent, Reader.Unclear, InterruptedException {
        Reader reader = reader();
        try {
            return reader.read(file, name);
        } finally {
            goesFrom(reader);
        }
    }

    /** One with a place for a document; others wait for one that starts, so that they need not start theirs. */
    private Reader reader() throws Reader.Absent, InterruptedException {
        choosing.lockInterruptibly();
        try {
            List<Reader> unfit =
                    running.stream().filter(reader -> !reader.isFit()).toList();
            running.removeAll(unfit);
            unfit.stream().filter(Reader::isEmpty).forEach(Reader::close);
            for (Reader reader : running) {
                if (reader.takesIn()) {
                    return reader;
                }
            }
            Reader fresh = Reader.start(settings);
            running.add(fresh);
            if (!fresh.takesIn()) {
                throw new Reader.Absent("it ended before its first document");
            }
            return fresh;
        } finally {
            choosing.unlock();
        }
    }

    private void goesFrom(Reader reader) {
        boolean empty = reader.goes();
        if (empty && (closed || !reader.isFit())) {
            reader.close();
        }
    }

    /** Those that read at the moment end behind their last document. */
    @Override
    public void close() {
        closed = true;
        choosing.lock();
        try {
            running.stream().filter(Reader::isEmpty).forEach(Reader::close);
        } finally {
            choosing.unlock();
        }
    }
}
