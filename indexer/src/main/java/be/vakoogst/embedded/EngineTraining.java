package be.vakoogst.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * Starts the engine once, lets it do a little of everything, and leaves beside its program what Java remembers of that (JEP 514, 515); later
 * starts of the same program take about half the time. In: the folder for the program, as its only argument. Out: {@link EngineProgram#cache()}.
 */
final class EngineTraining {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private EngineTraining() {}

    static void main(String... arguments) throws IOException, InterruptedException {
        train(Path.of(arguments[0]));
    }

    /**
     * @throws IOException when nothing was remembered
     */
    static void train(Path folder) throws IOException, InterruptedException {
        EngineProgram program = EngineProgram.in(folder.toAbsolutePath().normalize());
        Path home = Files.createTempDirectory("engine-training-");
        try {
            EmbeddedEngine engine =
                    EmbeddedEngine.start(program, home, List.of("-XX:AOTCacheOutput=" + program.cache()));
            try {
                engine.awaitReady(PATIENCE);
                use(engine.url());
            } finally {
                // It writes the cache when it ends, and that takes longer than an end usually may.
                Ending.of(List.of(engine), PATIENCE);
            }
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
        if (!Files.exists(program.cache())) {
            throw new IOException("Nothing was remembered in " + program.cache());
        }
    }

    private static void use(URI engine) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            send(http, "PUT", engine.resolve("/training"), """
                    {"mappings": {"properties": {"title": {"type": "text", "analyzer": "dutch"}, "kind": {"type": "keyword"}}}}""");
            send(http, "POST", engine.resolve("/training/_bulk?refresh=true"), """
                    {"index": {"_id": "1"}}
                    {"title": "Een deur plaatsen", "kind": "video"}
                    """);
            send(http, "POST", engine.resolve("/training/_search"), """
                    {"query": {"match": {"title": {"query": "deuren", "fuzziness": "AUTO"}}}, "aggs": {"kinds": {"terms": {"field": "kind"}}},
                     "highlight": {"fields": {"title": {}}}}""");
        }
    }

    private static void send(HttpClient http, String method, URI address, String json)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(method + " " + address + ": " + response.body());
        }
    }
}
