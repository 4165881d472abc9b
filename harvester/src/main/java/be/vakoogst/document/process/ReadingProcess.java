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
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** The program of the reading process. One document at a time; a zero length says that it is ready for the first. */
final class ReadingProcess {

    /** Without a document for so long, it makes room; exit code 0 tells that no document was to blame. */
    private static final int IDLE_MINUTES = 5;

    private final SynchronousQueue<Request> requests = new SynchronousQueue<>();
    private final DataOutputStream answers;
    private final DocumentReader reader;

    private record Request(Path file, String name) {}

    private ReadingProcess(OutputStream answers) {
        this.answers = new DataOutputStream(answers);
        this.reader = new DocumentReader(DocumentSettings.Limits.given());
    }

    /** What parsers print is not ours: the real output is kept from them. */
    static void main() throws Exception {
        OutputStream output = System.out;
        InputStream input = System.in;
        System.setOut(System.err);
        System.setIn(InputStream.nullInputStream());
        ReadingProcess process = new ReadingProcess(output);
        Thread.ofPlatform().name("documents").daemon().start(process::work);
        process.listen(new DataInputStream(input));
    }

    /** Apart from the work, so that the end of the input is noticed whatever a document does. */
    private void listen(DataInputStream input) throws Exception {
        try {
            while (true) {
                requests.put(new Request(Path.of(input.readUTF()), input.readUTF()));
            }
        } catch (EOFException theOtherSideIsGone) {
            Runtime.getRuntime().halt(0);
        }
    }

    private void work() {
        int code = 1;
        try {
            answers.writeInt(0);
            answers.flush();
            for (Request next = next(); next != null; next = next()) {
                send(reader.read(next.file(), next.name()));
            }
            code = 0;
        } catch (IOException | InterruptedException nobodyListens) {
            code = 0;
        } finally {
            Runtime.getRuntime().halt(code);
        }
    }

    private @org.jspecify.annotations.Nullable Request next() throws InterruptedException {
        return requests.poll(IDLE_MINUTES, TimeUnit.MINUTES);
    }

    private void send(Answer answer) throws IOException {
        byte[] json = JsonMapper.shared().writerFor(Answer.class).writeValueAsBytes(answer);
        answers.writeInt(json.length);
        answers.write(json);
        answers.flush();
    }
}
