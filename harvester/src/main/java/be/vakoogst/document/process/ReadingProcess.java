package be.vakoogst.document.process;

import be.vakoogst.document.Answer;
import be.vakoogst.document.DocumentSettings;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The program of the reading process. Each answer carries the number of its document; a lone zero says that it is ready for the first. */
final class ReadingProcess {

    /** Without a document for so long, it makes room; exit code 0 tells that no document was to blame. */
    private static final Duration IDLE = Duration.ofMinutes(5);

    private static final ObjectWriter ANSWER = JsonMapper.shared().writerFor(Answer.class);

    private final SynchronousQueue<Request> requests = new SynchronousQueue<>();
    private final AtomicInteger atHand = new AtomicInteger();
    private final DataOutputStream answers;
    private final DocumentReader reader;
    private volatile long lastSeen = System.nanoTime();

    private record Request(int number, Path file, String name) {}

    private ReadingProcess(OutputStream answers) {
        this.answers = new DataOutputStream(answers);
        this.reader = new DocumentReader(DocumentSettings.Limits.given());
    }

    /**
     * Arguments: how many documents to read at the same time. What parsers print is not ours: the real output is kept from them.
     */
    static void main(String... arguments) throws Exception {
        OutputStream output = System.out;
        InputStream input = System.in;
        System.setOut(System.err);
        System.setIn(InputStream.nullInputStream());
        ReadingProcess process = new ReadingProcess(output);
        for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
            Thread.ofPlatform().name("documents-", i).daemon().start(process::work);
        }
        process.tellReady();
        process.listen(new DataInputStream(input));
    }

    private void tellReady() throws IOException {
        synchronized (answers) {
            answers.writeInt(0);
            answers.flush();
        }
    }

    /** Apart from the work, so that the end of the input is noticed whatever a document does. */
    private void listen(DataInputStream input) throws Exception {
        try {
            while (true) {
                requests.put(new Request(input.readInt(), Path.of(input.readUTF()), input.readUTF()));
            }
        } catch (EOFException theOtherSideIsGone) {
            Runtime.getRuntime().halt(0);
        }
    }

    private void work() {
        int code = 1;
        try {
            for (Request next = next(); next != null; next = next()) {
                read(next);
            }
            code = 0;
        } catch (IOException | InterruptedException nobodyListens) {
            code = 0;
        } finally {
            Runtime.getRuntime().halt(code);
        }
    }

    private void read(Request request) throws IOException {
        atHand.incrementAndGet();
        send(request.number(), reader.read(request.file(), request.name()));
        lastSeen = System.nanoTime();
        atHand.decrementAndGet();
    }

    /** Empty when there was nothing to do for long, for any of us. */
    private @Nullable Request next() throws InterruptedException {
        Request next = null;
        while (next == null && !isIdle()) {
            next = requests.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
        }
        return next;
    }

    private boolean isIdle() {
        return atHand.get() == 0 && System.nanoTime() - lastSeen >= IDLE.toNanos();
    }

    private void send(int number, Answer answer) throws IOException {
        byte[] json = ANSWER.writeValueAsBytes(answer);
        synchronized (answers) {
            answers.writeInt(number);
            answers.writeInt(json.length);
            answers.write(json);
            answers.flush();
        }
    }
}
