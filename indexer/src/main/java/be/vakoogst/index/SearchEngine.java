package be.vakoogst.index;

import be.vakoogst.resource.ResourceJson;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import tools.jackson.databind.JsonNode;

/**
 * The search engine, which may still be starting or be away for a while: the connection is made when it is first asked.
 * Safe for many threads.
 */
public class SearchEngine implements AutoCloseable {

    /** Too many requests; bad gateway, unavailable, gateway timeout. */
    private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);

    private static final int FIRST_REFUSAL = 300;
    private static final int NOT_FOUND = 404;

    private final IndexSettings settings;
    private volatile Optional<Connection> connection = Optional.empty();

    SearchEngine(IndexSettings settings) {
        this.settings = settings;
    }

    /** The name to search under; it stands for the index that serves at the moment. */
    public String alias() {
        return settings.alias();
    }

    /**
     * Asks the engine.
     *
     * @throws EngineAway when it does not answer or has no time
     * @throws ElasticsearchException when it refuses the request
     */
    public <T> T ask(Question<T> request) {
        try {
            return request.send(connected().client());
        } catch (IOException e) {
            throw new EngineAway(settings.url(), e);
        } catch (ElasticsearchException e) {
            if (LATER.contains(e.status())) {
                throw new EngineAway(settings.url(), e);
            }
            throw e;
        }
    }

    /**
     * Asks in the engine's own JSON.
     *
     * @throws EngineAway when it does not answer or has no time
     * @throws EngineRefused when it refuses the request
     */
    public JsonNode json(String method, String path, Optional<JsonNode> body) {
        return asked(method, path, body.map(SearchEngine::entity));
    }

    /**
     * Asks for what need not be there; empty when it is not.
     *
     * @throws EngineAway as for JSON
     * @throws EngineRefused when it refuses the request for another reason
     */
    public Optional<JsonNode> jsonIfThere(String method, String path, Optional<JsonNode> body) {
        Wire.Answer answer = told(method, path, body.map(SearchEngine::entity));
        return answer.status() == NOT_FOUND ? Optional.empty() : Optional.of(taken(method, path, answer));
    }

    private static HttpEntity entity(JsonNode json) {
        return new ByteArrayEntity(ResourceJson.mapper().writeValueAsBytes(json), ContentType.APPLICATION_JSON);
    }

    private JsonNode asked(String method, String path, Optional<HttpEntity> body) {
        return taken(method, path, told(method, path, body));
    }

    private JsonNode taken(String method, String path, Wire.Answer answer) {
        if (LATER.contains(answer.status())) {
            throw away(refusal(method, path, answer));
        }
        if (answer.status() >= FIRST_REFUSAL) {
            throw new EngineRefused(answer.status(), refusal(method, path, answer));
        }
        return ResourceJson.mapper().readTree(answer.body());
    }

    private Wire.Answer told(String method, String path, Optional<HttpEntity> body) {
        try {
            return connected().wire().ask(method, path, body);
        } catch (IOException e) {
            throw new EngineAway(settings.url(), e);
        }
    }

    private static String refusal(String method, String path, Wire.Answer answer) {
        return "%s %s: %d %s"
                .formatted(method, path, answer.status(), new String(answer.body(), StandardCharsets.UTF_8));
    }

    /**
     * Sends many operations at once. The client's own way makes objects of each of them, and of each answer.
     *
     * @return {@code errors}: whether there are any; and of each item its status and error
     * @throws EngineAway as for JSON
     * @throws EngineRefused when it refuses the request as a whole
     */
    JsonNode bulk(String index, HttpEntity lines) {
        return asked(
                "POST", "/" + index + "/_bulk?filter_path=errors,items.*.status,items.*.error", Optional.of(lines));
    }

    EngineAway away(String why) {
        return new EngineAway(settings.url(), why);
    }

    private Connection connected() throws IOException {
        Optional<Connection> known = connection;
        return known.isPresent() ? known.get() : connect();
    }

    private synchronized Connection connect() throws IOException {
        if (connection.isEmpty()) {
            connection = Optional.of(Connection.to(settings));
        }
        return connection.get();
    }

    @Override
    public synchronized void close() throws IOException {
        if (connection.isPresent()) {
            connection.get().close();
        }
    }

    /** What to ask. */
    @FunctionalInterface
    public interface Question<T> {
        T send(ElasticsearchClient client) throws IOException;
    }
}
