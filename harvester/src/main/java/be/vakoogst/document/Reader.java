package be.vakoogst.document;

import be.vakoogst.failure.Reason;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * One reading process, seen from here. Its memory and the size of its files are bounded, its environment holds no secret of ours, and what it
 * says is read as data only. For one thread at a time.
 */
final class Reader implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final int LONGEST_ANSWER = 32 << 20;

    /** What {@code -XX:+ExitOnOutOfMemoryError} ends with. */
    private static final int OUT_OF_MEMORY = 3;

    private static final int WENT_IDLE = 0;

    private final DocumentSettings settings;
    private final Path folder;
    private final Process process;
    private final DataOutputStream requests;
    private final DataInputStream answers;
    private int documents;

    private Reader(DocumentSettings settings, Path folder, Process process) {
        this.settings = settings;
        this.folder = folder;
        this.process = process;
        this.requests = new DataOutputStream(process.getOutputStream());
        this.answers = new DataInputStream(process.getInputStream());
    }

    /** The process could not be had, or went away while it had nothing to do: no document is to blame. */
    static final class Absent extends Exception {

        Absent(String message) {
            super(message);
        }
    }

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
            reader.awaitReady();
            return reader;
        } catch (IOException e) {
            throw new Absent(String.valueOf(e.getMessage()));
        }
    }

    private void awaitReady() throws Absent, InterruptedException {
        try {
            within(START, answers::readInt);
        } catch (TimeoutException | ExecutionException e) {
            close();
            throw new Absent("not ready within " + START.toSeconds() + " s");
        }
    }

    /**
     * What it says of a document, or what the document did to it. Whatever it was, a reader that is no longer {@link #fit} is to be closed.
     *
     * @param name evidence of the type
     * @throws Absent when the process was gone before it saw the document
     */
    Answer read(Path file, String name) throws Absent, InterruptedException {
        documents++;
        try {
            return within(settings.time(), () -> ask(file, name));
        } catch (TimeoutException e) {
            close();
            return new Answer.Refused(
                    Reason.DOCUMENT_TOO_SLOW,
                    "not read within " + settings.time().toSeconds() + " s");
        } catch (ExecutionException e) {
            return obituary();
        } catch (InterruptedException e) {
            close();
            throw e;
        }
    }

    private Answer ask(Path file, String name) throws IOException {
        requests.writeUTF(file.toString());
        requests.writeUTF(name);
        requests.flush();
        int length = answers.readInt();
        if (length <= 0 || length > LONGEST_ANSWER) {
            throw new EOFException("an answer of " + length + " bytes");
        }
        return JsonMapper.shared().readValue(answers.readNBytes(length), Answer.class);
    }

    private Answer obituary() throws Absent, InterruptedException {
        process.waitFor(1, TimeUnit.SECONDS);
        Optional<Integer> code = process.isAlive() ? Optional.empty() : Optional.of(process.exitValue());
        close();
        if (code.filter(ended -> ended == WENT_IDLE).isPresent()) {
            throw new Absent("it had nothing to do");
        }
        return new Answer.Refused(
                Reason.DOCUMENT_KILLED_READER,
                code.filter(ended -> ended == OUT_OF_MEMORY).isPresent()
                        ? "needs more memory than " + settings.memory().toMegabytes() + " MB"
                        : "the reading process ended with code "
                                + code.map(Object::toString).orElse("unknown"));
    }

    /** Waits for a task that may block for ever on the process; the end of the process ends it. */
    private static <T> T within(Duration time, java.util.concurrent.Callable<T> task)
            throws TimeoutException, ExecutionException, InterruptedException {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.ofVirtual().name("document-answer").start(() -> {
            try {
                result.complete(task.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result.get(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether it may read another one. */
    boolean fit() {
        return process.isAlive() && documents < ReaderProgram.DOCUMENTS;
    }

    /** Lets it end by itself; whether it did within a time. */
    boolean leave(Duration time) throws IOException, InterruptedException {
        requests.close();
        return process.waitFor(time);
    }

    /** Ends it at once, with the files it has unpacked. */
    @Override
    public void close() {
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
