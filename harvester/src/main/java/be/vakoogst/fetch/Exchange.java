package be.vakoogst.fetch;

import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.failure.Stage;
import be.vakoogst.fetch.FetchRequest.Wanted;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PushbackInputStream;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** One request and its answer over HttpClient 5, within the limits of size and time. */
final class Exchange implements AutoCloseable {

    /** How much of an answer that is no success is read, to keep the connection; nobody looks at it. */
    private static final int ERROR_BODY = 4096;

    private final FetchSettings settings;
    private final FetchMeters meters;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor alarms;

    Exchange(FetchSettings settings, FetchMeters meters) {
        this.settings = settings;
        this.meters = meters;
        this.client = client(settings);
        this.alarms = (ScheduledThreadPoolExecutor) Executors.newScheduledThreadPool(
                1, Thread.ofPlatform().daemon().name("fetch-alarms").factory());
        this.alarms.setRemoveOnCancelPolicy(true);
    }

    private static CloseableHttpClient client(FetchSettings settings) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new AddressGuard(settings.allowPrivate()))
                        .setMaxConnTotal(512)
                        .setMaxConnPerRoute(64)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(settings.connect()))
                                .setSocketTimeout(Timeout.of(settings.read()))
                                .setValidateAfterInactivity(TimeValue.ofSeconds(5))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(settings.read()))
                        .setConnectionRequestTimeout(Timeout.of(settings.total()))
                        .build())
                .setUserAgent(settings.agent())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** Never throws for what the other side does. */
    Answer get(URI url, Map<String, String> headers) {
        return get(url, url, headers, Wanted.JSON);
    }

    /**
     * @param url as it is shown
     * @param address as it is asked, credentials and all
     * @param wanted decides how much is taken
     */
    Answer get(URI url, URI address, Map<String, String> headers, Wanted wanted) {
        HttpGet request = new HttpGet(address);
        headers.forEach(request::setHeader);
        return meters.timed(() -> perform(request, url, wanted));
    }

    /** A form, as OAuth asks for tokens. */
    Answer post(URI url, Map<String, String> form, Map<String, String> headers) {
        HttpPost request = new HttpPost(url);
        headers.forEach(request::setHeader);
        request.setEntity(new UrlEncodedFormEntity(form.entrySet().stream()
                .map(field -> new BasicNameValuePair(field.getKey(), field.getValue()))
                .toList()));
        return meters.timed(() -> perform(request, url, Wanted.JSON));
    }

    /** Bytes, as they are. */
    Answer post(URI url, byte[] body, Map<String, String> headers) {
        HttpPost request = new HttpPost(url);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, null));
        return perform(request, url, Wanted.JSON);
    }

    private Answer perform(HttpUriRequestBase request, URI url, Wanted wanted) {
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> alarm = alarms.schedule(
                () -> {
                    late.set(true);
                    request.cancel();
                },
                settings.total().toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return client.execute(request, response -> read(request, url, response, wanted));
        } catch (IOException | RuntimeException e) {
            return late.get()
                    ? broken(
                            url,
                            Reason.TIMEOUT,
                            "no whole answer within " + settings.total().toSeconds() + " s")
                    : broken(url, reason(e), detail(e));
        } finally {
            alarm.cancel(false);
        }
    }

    private Answer read(HttpUriRequestBase request, URI url, ClassicHttpResponse response, Wanted wanted)
            throws IOException {
        HttpEntity entity = response.getEntity();
        if (response.getCode() != 200 || entity == null) {
            if (entity != null) {
                entity.getContent().readNBytes(ERROR_BODY);
                response.close();
            }
            return new Answer.Status(url, response.getCode(), headers(response), Body.of(new byte[0]));
        }
        Room room = Room.of(wanted, String.valueOf(entity.getContentType()), settings);
        if (entity.getContentLength() > room.most()) {
            request.cancel();
            return tooLarge(url, entity.getContentLength() + " bytes announced, " + room.most() + " allowed");
        }
        return readBody(request, url, response, room);
    }

    private Answer readBody(HttpUriRequestBase request, URI url, ClassicHttpResponse response, Room room)
            throws IOException {
        try (InputStream content = unpacked(response.getEntity().getContent())) {
            Body body = room.take(content);
            if (body.size() > room.most()) {
                request.cancel();
                body.close();
                return tooLarge(url, "more than " + room.most() + " bytes");
            }
            return new Answer.Status(url, response.getCode(), headers(response), body);
        }
    }

    /** Compressed files as such, and servers that compress and don't say so, as far as gzip's first bytes tell (RFC 1952 section 2.3.1). */
    private static InputStream unpacked(InputStream content) throws IOException {
        PushbackInputStream ahead = new PushbackInputStream(content, 2);
        byte[] start = ahead.readNBytes(2);
        ahead.unread(start);
        boolean gzip = start.length == 2 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b;
        return gzip ? new GZIPInputStream(ahead) : ahead;
    }

    private static Answer tooLarge(URI url, String detail) {
        return broken(url, Reason.TOO_LARGE, detail);
    }

    private static Map<String, List<String>> headers(ClassicHttpResponse response) {
        Map<String, List<String>> headers = new TreeMap<>();
        for (Header header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(header.getValue());
        }
        return headers;
    }

    private static Reason reason(Exception e) {
        return switch (e) {
            case AddressGuard.NotPublic _ -> Reason.PRIVATE_ADDRESS;
            case UnknownHostException _ -> Reason.UNKNOWN_HOST;
            case SSLException _ -> Reason.TLS;
            case ConnectionClosedException _ -> Reason.CUT_OFF;
            case TruncatedChunkException _ -> Reason.CUT_OFF;
            case MalformedChunkCodingException _ -> Reason.CUT_OFF;
            case EOFException _ -> Reason.CUT_OFF;
            case ZipException _ -> Reason.CUT_OFF;
            case InterruptedIOException _ -> Reason.TIMEOUT;
            case SocketException _ -> Reason.CONNECTION;
            case IllegalArgumentException _ -> Reason.BAD_URL;
            default -> Reason.CONNECTION;
        };
    }

    private static String detail(Exception e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    private static Answer broken(URI url, Reason reason, String detail) {
        return new Answer.Broken(new Failure(url, Stage.FETCH, reason, detail));
    }

    @Override
    public void close() {
        alarms.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
