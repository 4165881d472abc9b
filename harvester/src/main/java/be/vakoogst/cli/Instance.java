package be.vakoogst.cli;

import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running Vakoogst, asked over its HTTP API as its operator. */
final class Instance implements AutoCloseable {

    private final RestClient client;
    private final AutoCloseable owned;

    /** @param owned closed with this: what was started only for the command */
    Instance(URI url, String user, String password, AutoCloseable owned) {
        this.client = RestClient.builder()
                .baseUrl(url)
                .requestFactory(new JdkClientHttpRequestFactory())
                .defaultHeaders(headers -> headers.setBasicAuth(user, password, StandardCharsets.UTF_8))
                .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {
                    throw new CommandFailed(reason(response.getBody().readNBytes(10_000)));
                })
                .build();
        this.owned = owned;
    }

    JsonNode get(String path, Object... variables) {
        return answer(client.get().uri(path, variables));
    }

    JsonNode post(String path, Object body, Object... variables) {
        return answer(client.post().uri(path, variables).body(body));
    }

    /** The same with a body that is a text. */
    JsonNode postText(String path, String body, Object... variables) {
        return answer(client.post()
                .uri(path, variables)
                .contentType(MediaType.TEXT_PLAIN)
                .body(body));
    }

    /** @throws CommandFailed also when it breaks off midway */
    void download(String path, OutputStream to) {
        try {
            client.get().uri(path).exchange((request, response) -> {
                if (response.getStatusCode().isError()) {
                    throw new CommandFailed(reason(response.getBody().readNBytes(10_000)));
                }
                return response.getBody().transferTo(to);
            });
        } catch (ResourceAccessException e) {
            throw new CommandFailed("The running instance does not answer to its end: " + e.getMessage(), e);
        }
    }

    private static JsonNode answer(RestClient.RequestHeadersSpec<?> request) {
        try {
            JsonNode body = request.retrieve().body(JsonNode.class);
            return body == null ? JsonMapper.shared().createObjectNode() : body;
        } catch (ResourceAccessException e) {
            throw new CommandFailed("The running instance does not answer: " + e.getMessage(), e);
        }
    }

    private static String reason(byte[] problem) {
        try {
            Map<?, ?> fields = JsonMapper.shared().readValue(problem, Map.class);
            return String.valueOf(fields.get("detail"));
        } catch (tools.jackson.core.JacksonException e) {
            return new String(problem, StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        try {
            owned.close();
        } catch (Exception e) {
            throw new CommandFailed("What was started for this command does not stop: " + e.getMessage(), e);
        }
    }
}
