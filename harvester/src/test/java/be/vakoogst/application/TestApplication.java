package be.vakoogst.application;

import static org.awaitility.Awaitility.await;

import be.vakoogst.Vakoogst;
import be.vakoogst.node.TestEngine;
import be.vakoogst.postgres.TestDatabase;
import be.vakoogst.publisher.Publisher;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One application for all tests of a JVM, started by the first call and ended with the JVM. Its sources stand in {@link #sources()}, where a
 * test may add its own under names that no other has; {@code 127.0.0.1} may be harvested.
 */
public final class TestApplication {

    /** The first account's. */
    public static final String PASSWORD = "geheim";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private TestApplication() {}

    public static ConfigurableApplicationContext context() {
        return Started.CONTEXT;
    }

    /** Its own database, which no other test writes to. */
    public static JdbcClient database() {
        return context().getBean(JdbcClient.class);
    }

    /** Whom it trusts, as {@code school}. */
    public static IdentityProvider identityProvider() {
        return Started.IDENTITIES;
    }

    public static Path sources() {
        return Started.CONFIG.resolve("sources");
    }

    /** The server that all its mails go to. */
    public static GreenMail post() {
        context();
        return Started.POST;
    }

    /** Where its traces go, to {@code /v1/traces}: of those requests only whose caller traces them. */
    public static Publisher traces() {
        context();
        return Started.TRACES;
    }

    public static URI uri(String path) {
        int port = ((WebServerApplicationContext) context()).getWebServer().getPort();
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public static String administrator() {
        return basic("operator", PASSWORD);
    }

    public static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    public static HttpResponse<String> get(String path, String authorization) {
        return send(request(path, Optional.of(authorization)).build());
    }

    /** Of the administrator. */
    public static JsonNode getJson(String path) {
        return json(get(path, administrator()));
    }

    public static HttpResponse<String> getAsAnybody(String path) {
        return send(request(path, Optional.empty()).build());
    }

    /** Of anybody, as it comes. */
    public static HttpResponse<byte[]> download(String path) {
        return send(CLIENT, request(path, Optional.empty()).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    public static HttpResponse<String> post(String path, String body, String authorization) {
        return sendBody("POST", path, body, authorization);
    }

    public static HttpResponse<String> put(String path, String body, String authorization) {
        return sendBody("PUT", path, body, authorization);
    }

    public static HttpResponse<String> delete(String path, String authorization) {
        return send(request(path, Optional.of(authorization)).DELETE().build());
    }

    private static HttpResponse<String> sendBody(String method, String path, String body, String authorization) {
        return send(request(path, Optional.of(authorization))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public static HttpRequest.Builder request(String path, Optional<String> authorization) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri(path));
        authorization.ifPresent(value -> builder.header("Authorization", value));
        return builder;
    }

    public static HttpResponse<String> send(HttpRequest request) {
        return send(CLIENT, request);
    }

    public static HttpResponse<String> send(HttpClient client, HttpRequest request) {
        return send(client, request, HttpResponse.BodyHandlers.ofString());
    }

    private static <T> HttpResponse<T> send(HttpClient client, HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    /** Runs a source and waits for its end. */
    public static JsonNode harvest(String source) {
        HttpResponse<String> asked = post("/api/sources/" + source + "/runs", "{}", administrator());
        return until("/api/runs/" + json(asked).path("id").asLong(), run -> run.has("endedAt"));
    }

    public static JsonNode until(String path, Predicate<JsonNode> wanted) {
        return await().until(() -> getJson(path), wanted);
    }

    private static final class Started {

        private static final Path CONFIG = config();
        private static final IdentityProvider IDENTITIES = new IdentityProvider();
        private static final GreenMail POST = post();
        private static final Publisher TRACES = traces();
        private static final ConfigurableApplicationContext CONTEXT = start();

        private static ConfigurableApplicationContext start() {
            return new SpringApplicationBuilder(Vakoogst.class)
                    .properties(Map.of(
                            "server.port",
                            "0",
                            "server.address",
                            "127.0.0.1",
                            "spring.datasource.url",
                            TestDatabase.another("testapplication"),
                            "vakoogst.search.url",
                            TestEngine.url().toString(),
                            "vakoogst.search.alias",
                            "testapplication",
                            "vakoogst.config",
                            CONFIG.toString(),
                            "vakoogst.upload.folder",
                            CONFIG.resolve("uploads").toString(),
                            "vakoogst.operator.password",
                            PASSWORD,
                            "vakoogst.fetch.allow-private",
                            "127.0.0.1"))
                    .properties(IDENTITIES.asClientSees())
                    .properties(Map.of(
                            "spring.mail.host",
                            "127.0.0.1",
                            "spring.mail.port",
                            Integer.toString(POST.getSmtp().getPort()),
                            "management.opentelemetry.tracing.export.otlp.endpoint",
                            TRACES.url("/v1/traces").toString(),
                            "management.tracing.sampling.probability",
                            "0",
                            "vakoogst.webhook.first-wait",
                            "1s",
                            "vakoogst.survey.pace",
                            "0s",
                            // All tests of partners come from one address.
                            "vakoogst.partner.previews-per-hour",
                            "100",
                            "vakoogst.partner.registrations-per-hour",
                            "100"))
                    .run("--spring.servlet.multipart.max-request-size=3MB");
        }

        private static Publisher traces() {
            Publisher traces = new Publisher();
            traces.answersHandedOver("/v1/traces", 200);
            return traces;
        }

        private static GreenMail post() {
            GreenMail post = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
            post.start();
            return post;
        }

        private static Path config() {
            try {
                Path folder = Files.createTempDirectory("vakoogst-test-config");
                copy(Path.of("../config/vocabularies"), folder.resolve("vocabularies"));
                Files.createDirectories(folder.resolve("sources"));
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void copy(Path from, Path to) throws IOException {
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.toList()) {
                    Files.createDirectories(to.resolve(from.relativize(file)).getParent());
                    Files.copy(file, to.resolve(from.relativize(file)));
                }
            }
        }
    }
}
