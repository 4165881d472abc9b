package be.vakoogst.index;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/**
 * The engine's own JSON, without the client's machinery: who asks writes and reads by itself, where the client has another thread do it, and the answer
 * comes as it is, where the client has the engine compress it. For a search that was a fifth of what the program did, and of what the engine did.
 * Safe for many threads.
 */
final class Wire implements AutoCloseable {

    /** More searches than an engine has in work at a time: the rest waits there, where it is told when there are too many. */
    private static final int MOST = 128;

    private final IndexSettings settings;
    private final HttpHost host;
    private final String prefix;
    private final CloseableHttpClient client;

    Wire(IndexSettings settings) {
        this.settings = settings;
        this.host = HttpHost.create(settings.url());
        this.prefix = settings.url().getRawPath().replaceFirst("/+$", "");
        this.client = client(settings);
    }

    private static CloseableHttpClient client(IndexSettings settings) {
        long answerMillis = settings.answerWithin().toMillis();
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .useSystemProperties()
                        .setMaxConnTotal(MOST)
                        .setMaxConnPerRoute(MOST)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Connection.CONNECT_SECONDS, TimeUnit.SECONDS)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(answerMillis, TimeUnit.MILLISECONDS)
                        .setConnectionRequestTimeout(answerMillis, TimeUnit.MILLISECONDS)
                        .build())
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableRedirectHandling()
                .build();
    }

    record Answer(int status, byte[] body) {}

    Answer ask(String method, String path, Optional<HttpEntity> body) throws IOException {
        BasicClassicHttpRequest request = new BasicClassicHttpRequest(method, host, prefix + path);
        settings.authorization().ifPresent(value -> request.setHeader("Authorization", value));
        body.ifPresent(request::setEntity);
        return client.execute(host, request, Wire::answer);
    }

    private static Answer answer(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        return new Answer(
                response.getCode(),
                entity == null ? new byte[0] : entity.getContent().readAllBytes());
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
