package be.vakoogst.index;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What answers at the address. The client speaks to an Elasticsearch of its own major version and refuses everything
 * else by two headers: the media type {@code application/vnd.elasticsearch+json; compatible-with=9}, which others do not
 * know, and the answer's {@code X-Elastic-Product}, which OpenSearch does not send.
 */
enum Product {
    ELASTICSEARCH {
        @Override
        void configure(HttpAsyncClientBuilder http) {}
    },
    /** Knows the media type, but only with its own number. */
    ELASTICSEARCH_8 {
        @Override
        void configure(HttpAsyncClientBuilder http) {
            http.addRequestInterceptorLast((request, entity, context) ->
                    rewriteMediaTypes(request, type -> type.replace("compatible-with=9", "compatible-with=8")));
        }
    },
    OPENSEARCH {
        @Override
        void configure(HttpAsyncClientBuilder http) {
            http.addRequestInterceptorLast(
                    (request, entity, context) -> rewriteMediaTypes(request, Product::withoutVendor));
            http.addResponseInterceptorLast((response, entity, context) -> claimElasticsearch(response));
        }
    };

    private static final String VENDOR = "vnd.elasticsearch+";

    abstract void configure(HttpAsyncClientBuilder http);

    /** Asks for {@code /} as plain JSON, as the client cannot decode OpenSearch's answer. */
    static Product at(Rest5Client plain) throws IOException {
        JsonNode root = JsonMapper.shared()
                .readTree(plain.performRequest(new Request("GET", "/"))
                        .getEntity()
                        .getContent());
        if (root.at("/version/distribution").asString("").equals("opensearch")) {
            return OPENSEARCH;
        }
        return root.at("/version/number").asString("").startsWith("8.") ? ELASTICSEARCH_8 : ELASTICSEARCH;
    }

    private static void rewriteMediaTypes(HttpMessage request, UnaryOperator<String> rewrite) {
        for (String name : List.of("Accept", "Content-Type")) {
            Optional.ofNullable(request.getFirstHeader(name))
                    .map(Header::getValue)
                    .filter(value -> value.contains(VENDOR))
                    .ifPresent(value -> request.setHeader(name, rewrite.apply(value)));
        }
    }

    private static String withoutVendor(String type) {
        return type.contains("x-ndjson") ? "application/x-ndjson" : "application/json";
    }

    private static void claimElasticsearch(HttpResponse response) {
        if (!response.containsHeader("X-Elastic-Product")) {
            response.setHeader("X-Elastic-Product", "Elasticsearch");
        }
    }
}
