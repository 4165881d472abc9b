package be.vakoogst.index;

import be.vakoogst.resource.ResourceJson;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import tools.jackson.databind.JsonNode;

/**
 * The search engine, which may still be starting or be away for a while: the connection is made when it is first asked.
 * Safe for many threads.
 */
public class SearchEngine implements AutoCloseable {

    /** Too many requests; bad gateway, unavailable, gateway timeout. */
    private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);

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
        Request request = new Request(method, path);
        body.ifPresent(json -> request.setEntity(
                new StringEntity(ResourceJson.mapper().writeValueAsString(json), ContentType.APPLICATION_JSON)));
        return ask(client -> {
            try {
                return read(perform(client, request));
            } catch (ResponseException e) {
                throw refused(e);
            }
        });
    }

    /**
     * Sends many operations at once. The client's own way makes objects of each of them, and of each answer.
     *
     * @return {@code errors}: whether there are any; and of each item its status and error
     * @throws EngineAway as for JSON
     * @throws EngineRefused when it refuses the request as a whole
     */
    JsonNode bulk(String index, HttpEntity lines) {
        Request request = new Request("POST", "/" + index + "/_bulk?filter_path=errors,items.*.status,items.*.error");
        request.setEntity(lines);
        return ask(client -> {
            try {
                Response answer = perform(client, request);
                // The client throws from 500 on only.
                if (answer.getStatusCode() >= 400) {
                    throw new ResponseException(answer);
                }
                return read(answer);
            } catch (ResponseException e) {
                throw refused(e);
            }
        });
    }

    private static Response perform(ElasticsearchClient client, Request request) throws IOException {
        return ((Rest5ClientTransport) client._transport()).restClient().performRequest(request);
    }

    private static JsonNode read(Response answer) throws IOException {
        try (InputStream content = answer.getEntity().getContent()) {
            return ResourceJson.mapper().readTree(content);
        }
    }

    /** What passes stays an exception of input and output. */
    private static EngineRefused refused(ResponseException failure) throws ResponseException {
        int status = failure.getResponse().getStatusCode();
        if (LATER.contains(status)) {
            throw failure;
        }
        return new EngineRefused(status, String.valueOf(failure.getMessage()));
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
