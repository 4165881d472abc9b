package be.vakoogst.document;

import be.vakoogst.failure.Reason;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * One reading process, seen from here. Its memory and the size of its files are bounded, its environment holds no secret of ours, and what it
 * says is read as data only. For as many threads as have {@link #takesIn taken} a place in it.
 */
final class Reader implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final int LONGEST_ANSWER = 32 << 20;
    private static final ObjectReader ANSWER = JsonMapper.shared().readerFor(Answer.class);

    /** What {@code -XX:+ExitOnOutOfMemoryError} ends with. */
    private static final int OUT_OF_MEMORY = 3;

    private static final int WENT_IDLE = 0;

    private final DocumentSettings settings;
    private final Path folder;
    private final Process process;
    private final DataOutputStream requests;
    private final DataInputStream answers;
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final Map<Integer, Asked> asked = new ConcurrentHashMap<>();
    private final AtomicInteger documents = new AtomicInteger();
    private final Semaphore places;
    private volatile boolean silent;

    private Reader(DocumentSettings settings, Path folder, Process process) {
        this.settings = settings;
        this.folder = folder;
        this.process = process;
        this.requests = new DataOutputStream(process.getOutputStream());
        this.answers = new DataInputStream(process.getInputStream());
        this.places = new Semaphore(settings.together());
    }

    /** A document that it was asked to read. */
    private static final class Asked {

        private final CompletableFuture<byte[]> answer = new CompletableFuture<>();
        private volatile boolean inCompany;
    }

    /** The process could not be had, or went away while it had nothing to do: no document is to blame. */
    static final class Absent extends Exception {

        Absent(String message) {
            super(message);
        }
    }

    /** A document came to harm while others were read beside it: which of them did it can only be told by reading it alone. */
    static final class Unclear extends Exception {}

    /** @throws Absent when it is not ready within a minute */
    static Reader start(DocumentSettings settings) throws Absent, InterruptedException {
        return start(settings, ReaderProgram::start);
    }

    /** One that is to write a cache ahead of time when it {@link #leave leaves}. */
    static Reader rehearsing(DocumentSettings settings, Path cache) throws Absent, InterruptedException {
        return start(settings, (same, folder) -> ReaderProgram.rehearse(same, folder, cache));
    }

    private interface Program {
        Process start(DocumentSettings settings, Path folder) throws IOException;
    }

    private static Reader start(DocumentSettings settings, Program program) throws Absent, InterruptedException {
        try {
            Path folder = Files.createTempDirectory("vakoogst-reader-");
            Reader reader = new Reader(settings, folder, program.start(settings, folder));
            Thread.ofPlatform().name("document-answers").daemon().start(reader::listen);
            reader.awaitReady();
            return reader;
        } catch (IOException e) {
            throw new Absent(String.valueOf(e.getMessage()));
        }
    }

    private void awaitReady() throws Absent, InterruptedException {
        try {
            ready.get(START.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            close();
            throw new Absent("not ready within " + START.toSeconds() + " s");
        } catch (InterruptedException e) {
            close();
            throw e;
        }
    }

    /** The end of the process ends it. */
    private void listen() {
        try {
            answers.readInt();
            ready.complete(true);
            while (true) {
                hear();
            }
        } catch (IOException gone) {
            silent = true;
            ready.completeExceptionally(gone);
            asked.values().forEach(document -> document.answer.completeExceptionally(gone));
        }
    }

    private void hear() throws IOException {
        int number = answers.readInt();
        int length = answers.readInt();
        if (length <= 0 || length > LONGEST_ANSWER) {
            throw new EOFException("an answer of " + length + " bytes");
        }
        byte[] answer = answers.readNBytes(length);
        Optional.ofNullable(asked.get(number)).ifPresent(document -> document.answer.complete(answer));
    }

    /**
     * What it says of a document, or what the document did to it. Whatever it was, a reader that is no longer {@link #isFit fit} is to be closed.
     *
     * @param name evidence of the type
     * @throws Absent when the process was gone before it saw the document
     * @throws Unclear when the document, or another one, did something to it
     */
    Answer read(Path file, String name) throws Absent, Unclear, InterruptedException {
        int number = documents.incrementAndGet();
        Asked document = new Asked();
        asked.put(number, document);
        try {
            tellCompany();
            ask(number, file, name);
            return ANSWER.readValue(document.answer.get(settings.time().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            close();
            return blamed(
                    document,
                    Reason.DOCUMENT_TOO_SLOW,
                    "not read within " + settings.time().toSeconds() + " s");
        } catch (ExecutionException | IOException | JacksonException e) {
            return obituary(document);
        } catch (InterruptedException e) {
            close();
            throw e;
        } finally {
            asked.remove(number);
        }
    }

    private void tellCompany() {
        if (asked.size() > 1) {
            asked.values().forEach(document -> document.inCompany = true);
        }
    }

    private void ask(int number, Path file, String name) throws IOException {
        synchronized (requests) {
            requests.writeInt(number);
            requests.writeUTF(file.toString());
            requests.writeUTF(name);
            requests.flush();
        }
        if (silent) {
            throw new EOFException("it is gone");
        }
    }

    private Answer obituary(Asked document) throws Absent, Unclear, InterruptedException {
        process.waitFor(1, TimeUnit.SECONDS);
        Optional<Integer> code = process.isAlive() ? Optional.empty() : Optional.of(process.exitValue());
        close();
        if (code.filter(ended -> ended == WENT_IDLE).isPresent()) {
            throw new Absent("it had nothing to do");
        }
        return blamed(
                document,
                Reason.DOCUMENT_KILLED_READER,
                code.filter(ended -> ended == OUT_OF_MEMORY).isPresent()
                        ? "needs more memory than " + settings.memory().toMegabytes() + " MB"
                        : "the reading process ended with code "
                                + code.map(Object::toString).orElse("unknown"));
    }

    private static Answer blamed(Asked document, Reason reason, String detail) throws Unclear {
        if (document.inCompany) {
            throw new Unclear();
        }
        return new Answer.Refused(reason, detail);
    }

    /** Whether it has a place for one more document, which is then taken until that {@link #goes}. */
    boolean takesIn() {
        return isFit() && places.tryAcquire();
    }

    /** @return whether it is empty now */
    boolean goes() {
        places.release();
        return isEmpty();
    }

    boolean isEmpty() {
        return places.availablePermits() == settings.together();
    }

    /** Whether it may read another one. */
    boolean isFit() {
        return !silent && process.isAlive() && documents.get() < ReaderProgram.DOCUMENTS;
    }

    /** Lets it end by itself; whether it did within a time. */
    boolean leave(Duration time) throws IOException, InterruptedException {
        requests.close();
        return process.waitFor(time);
    }

    /** Ends it at once, with the files it has unpacked. By one thread at a time, as each that lost a document to it ends it. */
    @Override
    public synchronized void close() {
        process.destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
            FileSystemUtils.deleteRecursively(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the reading process left files that cannot be removed", e);
        }
    }
}
