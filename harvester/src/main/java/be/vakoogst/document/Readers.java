package be.vakoogst.document;

import be.vakoogst.failure.Reason;
import java.nio.file.Path;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/**
 * The reading processes: started when they are needed, used again, replaced when a document has ended one. Safe for any number of threads; a
 * call waits its turn, in the order of calls, which the time limit of each document bounds.
 */
public final class Readers implements AutoCloseable {

    private static final int TRIES = 3;

    private final DocumentSettings settings;
    private final Semaphore turns;
    private final Deque<Reader> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    public Readers(DocumentSettings settings) {
        this.settings = settings;
        this.turns = new Semaphore(settings.processes(), true);
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
        String fault = "";
        for (int tries = 0; tries < TRIES && !closed; tries++) {
            try {
                Reader reader = reader();
                Answer answer = reader.read(file, name);
                giveBack(reader);
                return answer;
            } catch (Reader.Absent e) {
                fault = String.valueOf(e.getMessage());
            }
        }
        return new Answer.Refused(Reason.NO_READER, fault);
    }

    private Reader reader() throws Reader.Absent, InterruptedException {
        Optional<Reader> waiting = Optional.ofNullable(idle.pollFirst());
        if (waiting.filter(Reader::fit).isPresent()) {
            return waiting.get();
        }
        waiting.ifPresent(Reader::close);
        return Reader.start(settings);
    }

    private void giveBack(Reader reader) {
        if (reader.fit() && !closed) {
            idle.addFirst(reader);
        } else {
            reader.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Reader reader = idle.pollFirst(); reader != null; reader = idle.pollFirst()) {
            reader.close();
        }
    }
}
