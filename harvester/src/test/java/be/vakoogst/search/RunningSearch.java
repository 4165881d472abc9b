package be.vakoogst.search;

import static org.awaitility.Awaitility.await;

import be.vakoogst.Vakoogst;
import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.Submission;
import be.vakoogst.node.TestEngine;
import be.vakoogst.postgres.TestDatabase;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.Resources;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole application with a small catalogue of resources, asked through HTTP alone. */
final class RunningSearch implements AutoCloseable {

    private static final Path CONFIG = Path.of("../config").toAbsolutePath().normalize();

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final ConfigurableApplicationContext application;
    private final String base;

    RunningSearch(String alias, List<LearningResource> resources, String... more) {
        TestDatabase.clear();
        application = new SpringApplicationBuilder(Vakoogst.class)
                .properties(Map.of(
                        "server.port",
                        "0",
                        "server.address",
                        "127.0.0.1",
                        "spring.datasource.url",
                        TestDatabase.url(),
                        "vakoogst.search.url",
                        TestEngine.url().toString(),
                        "vakoogst.search.alias",
                        alias,
                        "vakoogst.config",
                        CONFIG.toString(),
                        "vakoogst.roles",
                        "index,search",
                        "vakoogst.operator.password",
                        "geheim"))
                .run(more);
        base = "http://127.0.0.1:"
                + ((WebServerApplicationContext) application).getWebServer().getPort();
        accept(resources);
        await().until(() -> get("/api/search").path("total").asInt() == resources.size());
    }

    void accept(List<LearningResource> resources) {
        Catalogue catalogue = application.getBean(Catalogue.class);
        new TransactionTemplate(application.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> catalogue.accept(resources.stream()
                        .map(resource -> new Submission(resource, List.of()))
                        .toList()));
    }

    /** A resource in a trade, filed as by the classifier. */
    static LearningResource in(String trade, String title, String more) {
        return Resources.with(title, """
                "trades":[{"id":"%s","score":0.9,"evidence":[{"term":"vakwoord","field":"title"}],"assertedBy":"operator"}]%s""".formatted(trade, more.isEmpty() ? "" : "," + more));
    }

    String address(String path) {
        return base + path;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    JsonNode get(String path) {
        return JsonMapper.shared().readTree(send(request(path).build()).body());
    }

    HttpResponse<String> response(String path) {
        return send(request(path).build());
    }

    HttpResponse<String> asOperator(String method, String path, String json) {
        String credentials = Base64.getEncoder().encodeToString("operator:geheim".getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Accept-Language", "nl");
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    List<String> titles(String words) {
        return get("/api/search?q=" + encoded(words)).path("hits").values().stream()
                .map(hit -> hit.path("title").asString())
                .toList();
    }

    @Override
    public void close() {
        application.close();
        client.close();
        TestDatabase.clear();
    }
}
