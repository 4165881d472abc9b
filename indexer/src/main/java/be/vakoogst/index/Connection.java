package be.vakoogst.index;

import be.vakoogst.resource.ResourceJson;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;

/** A client that suits the engine it found, and a way beside it for what is in the engine's own JSON. */
record Connection(ElasticsearchClient client, Wire wire) implements AutoCloseable {

    static final int CONNECT_SECONDS = 3;

    static Connection to(IndexSettings settings) throws IOException {
        Product product = product(settings);
        Rest5Client client = builder(settings)
                .setHttpClientConfigCallback(product::configure)
                .build();
        return new Connection(
                new ElasticsearchClient(
                        new Rest5ClientTransport(client, new Jackson3JsonpMapper(ResourceJson.mapper()))),
                new Wire(settings));
    }

    private static Product product(IndexSettings settings) throws IOException {
        try (Rest5Client plain = builder(settings).build()) {
            return Product.at(plain);
        }
    }

    private static Rest5ClientBuilder builder(IndexSettings settings) {
        long answerMillis = settings.answerWithin().toMillis();
        return Rest5Client.builder(settings.url())
                .setDefaultHeaders(settings.authorization()
                        .map(value -> new Header[] {new BasicHeader("Authorization", value)})
                        .orElseGet(() -> new Header[0]))
                .setConnectionConfigCallback(
                        connection -> connection.setConnectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS))
                .setRequestConfigCallback(request -> request.setResponseTimeout(answerMillis, TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() throws IOException {
        wire.close();
        client.close();
    }
}
