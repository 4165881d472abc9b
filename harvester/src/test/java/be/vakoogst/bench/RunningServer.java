package be.vakoogst.bench;

import be.vakoogst.Vakoogst;
import be.vakoogst.cli.CommandLineInterface;
import be.vakoogst.embedded.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/** The whole application in this process, with its embedded parts, asked over HTTP. */
final class RunningServer implements AutoCloseable {

    private static final String PASSWORD = "only-for-this-measurement";

    private final RestClient client;

    private RunningServer(RestClient client) {
        this.client = client;
    }

    /** @param connector the part of the source's YAML that says how it is harvested */
    static RunningServer start(Map<String, String> environment, String connector)
            throws IOException, InterruptedException {
        int port = FreePort.pick();
        environment.put("VAKOOGST_PORT", Integer.toString(port));
        environment.put("VAKOOGST_OPERATOR_PASSWORD", PASSWORD);
        environment.put("VAKOOGST_CONFIG", config(environment, connector).toString());
        Thread.ofPlatform().daemon().start(() -> CommandLineInterface.run(Vakoogst.class, environment, "serve"));
        RestClient client = RestClient.builder()
                .baseUrl("http://127.0.0.1:" + port)
                .requestFactory(new JdkClientHttpRequestFactory())
                .defaultHeaders(headers -> headers.setBasicAuth("operator", PASSWORD))
                .build();
        RunningServer server = new RunningServer(client);
        server.awaitReady();
        return server;
    }

    private static Path config(Map<String, String> environment, String connector) throws IOException {
        Path own = Path.of(environment.get("VAKOOGST_DATA")).resolveSibling("config");
        Path sources = Files.createDirectories(own.resolve("sources"));
        Files.createSymbolicLink(
                own.resolve("vocabularies"),
                Path.of(environment.getOrDefault("VAKOOGST_CONFIG", "config"), "vocabularies")
                        .toAbsolutePath());
        Files.writeString(sources.resolve("bench.yml"), """
                id: bench
                name: Bench
                kind: publisher
                politeness: {delay: 0s, concurrency: 32}
                """ + connector);
        return own;
    }

    private void awaitReady() throws InterruptedException {
        for (int tries = 0; tries < 3000; tries++) {
            try {
                get("/api/search?size=0");
                return;
            } catch (RestClientException e) {
                pause();
            }
        }
        throw new IllegalStateException("The application was not ready within ten minutes");
    }

    /** @return milliseconds from the request of a run until its end */
    long harvest() throws InterruptedException {
        long start = System.nanoTime();
        JsonNode run = client.post()
                .uri("/api/sources/bench/runs")
                .body(Map.of("mode", "incremental"))
                .retrieve()
                .body(JsonNode.class);
        String path = "/api/runs/" + run.path("id").asString();
        while (!get(path).has("endedAt")) {
            pause();
        }
        Bench.require(get(path).path("state").asString().equals("succeeded"), "the run ended as " + get(path));
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** @return milliseconds until so many records can be found */
    long awaitFound(int records) throws InterruptedException {
        long start = System.nanoTime();
        while (get("/api/search?size=0").path("total").asInt() < records) {
            pause();
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    private JsonNode get(String path) {
        return client.get().uri(path).retrieve().body(JsonNode.class);
    }

    private static void pause() throws InterruptedException {
        new CountDownLatch(1).await(500, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        System.out.flush();
    }
}
