package be.vakoogst.index;

import be.vakoogst.language.Language;
import be.vakoogst.resource.LearningResource;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** The least that anyone has to do to index the same documents: they lie ready in a file and are sent in bulk, as many at once as we send. */
public final class RawBulk {

    private static final int TOGETHER = 500;
    private static final int AT_ONCE = 2;
    private static final String INDEX = "bench-raw";

    private final Path file;
    private final URI engine;
    private final String definition;
    private final HttpClient client = HttpClient.newHttpClient();

    private RawBulk(Path file, URI engine, String definition) {
        this.file = file;
        this.engine = engine;
        this.definition = definition;
    }

    public static RawBulk prepared(
            ApplicationContext application, Stream<LearningResource> resources, Path file, URI engine)
            throws IOException {
        SearchDocument documents = application.getBean(SearchDocument.class);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (LearningResource resource : (Iterable<LearningResource>) resources::iterator) {
                out.write("{\"index\":{\"_id\":\"" + resource.id() + "\"}}\n" + documents.of(resource, false) + "\n");
            }
        }
        return new RawBulk(
                file,
                engine,
                IndexDefinition.read(application.getBean(Language.class))
                        .body(List.of())
                        .toString());
    }

    /** Until all can be found, in a new index, which goes again. */
    public void run() throws IOException {
        send(
                HttpRequest.newBuilder(path("/" + INDEX)).PUT(HttpRequest.BodyPublishers.ofString(definition)),
                "application/json");
        fill();
        send(HttpRequest.newBuilder(path("/" + INDEX)).DELETE(), "application/json");
    }

    private void fill() throws IOException {
        Semaphore free = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                BufferedReader lines = Files.newBufferedReader(file)) {
            String chunk = next(lines);
            while (!chunk.isEmpty()) {
                String body = chunk;
                free.acquireUninterruptibly();
                threads.submit(() -> {
                    try {
                        bulk(body);
                    } finally {
                        free.release();
                    }
                });
                chunk = next(lines);
            }
        }
        send(
                HttpRequest.newBuilder(path("/" + INDEX + "/_refresh")).POST(HttpRequest.BodyPublishers.noBody()),
                "application/json");
    }

    private void bulk(String body) {
        send(
                HttpRequest.newBuilder(path("/" + INDEX + "/_bulk?filter_path=errors"))
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                "application/x-ndjson");
    }

    private static String next(BufferedReader lines) throws IOException {
        StringBuilder chunk = new StringBuilder();
        for (int i = 0; i < 2 * TOGETHER; i++) {
            String line = lines.readLine();
            if (line == null) {
                break;
            }
            chunk.append(line).append('\n');
        }
        return chunk.toString();
    }

    private URI path(String path) {
        return URI.create(engine + path);
    }

    private void send(HttpRequest.Builder request, String type) {
        try {
            HttpResponse<String> answer =
                    client.send(request.header("Content-Type", type).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300 || answer.body().contains("\"errors\":true")) {
                throw new IllegalStateException(answer.body());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
