package be.vakoogst.serving;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP API of an instance on this machine, asked as its operator. */
public record OperatorApi(int port, HttpClient client) {

    /** The password that the instances of tests are given. */
    public static final String PASSWORD = "geheim";

    public static OperatorApi at(int port) {
        return new OperatorApi(port, HttpClient.newHttpClient());
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return json(answer(asked(path).build()));
    }

    public JsonNode post(String path, String body) throws IOException, InterruptedException {
        return json(answer(asked(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build()));
    }

    public int statusOf(String path) throws IOException, InterruptedException {
        return answer(asked(path).build()).statusCode();
    }

    /** Asks for a run and returns its number. */
    public long run(String source) throws IOException, InterruptedException {
        return post("/api/sources/" + source + "/runs", "{}").path("id").asLong();
    }

    /** Asks for a run and returns it as it ended. */
    public JsonNode runToItsEnd(String source) throws IOException, InterruptedException {
        return end(run(source));
    }

    /** A run as it ended. */
    public JsonNode end(long run) {
        return until("/api/runs/" + run, answer -> answer.has("endedAt"));
    }

    /** The first answer that is as wanted. */
    public JsonNode until(String path, Predicate<JsonNode> wanted) {
        return await().ignoreExceptions().until(() -> get(path), wanted);
    }

    private HttpRequest.Builder asked(String path) {
        String credentials =
                Base64.getEncoder().encodeToString(("operator:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Basic " + credentials);
    }

    private HttpResponse<String> answer(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
