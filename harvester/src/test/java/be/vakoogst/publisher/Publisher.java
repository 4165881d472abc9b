package be.vakoogst.publisher;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** A publisher on a free loopback port; everything it can do to us is a method here. */
public final class Publisher implements AutoCloseable {

    private final Holding holding = new Holding();
    private final WireMockServer server = new WireMockServer(
            wireMockConfig().bindAddress("127.0.0.1").dynamicPort().extensions(holding));

    public Publisher() {
        server.start();
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    public void serves(String path, String type, String body) {
        answers(path, aResponse().withHeader("Content-Type", type).withBody(body));
    }

    public void serves(String path, String type, byte[] body) {
        answers(path, aResponse().withHeader("Content-Type", type).withBody(body));
    }

    public void answersStatus(String path, int status) {
        answers(path, aResponse().withStatus(status));
    }

    public void asksToRetryAfter(String path, int status, String retryAfter) {
        answers(path, aResponse().withStatus(status).withHeader("Retry-After", retryAfter));
    }

    /** 503 with Retry-After of a second, then the body. */
    public void asksToRetryAfterOnce(String path, String type, String body) {
        server.stubFor(get(urlEqualTo(path))
                .inScenario(path)
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("ready")
                .willReturn(aResponse().withStatus(503).withHeader("Retry-After", "1")));
        server.stubFor(get(urlEqualTo(path))
                .inScenario(path)
                .whenScenarioStateIs("ready")
                .willReturn(aResponse().withHeader("Content-Type", type).withBody(body)));
    }

    /** With a header that may come several times. */
    public void servesWithHeader(String path, String type, String body, String header, String... values) {
        answers(
                path,
                aResponse()
                        .withHeader("Content-Type", type)
                        .withHeader(header, values)
                        .withBody(body));
    }

    /** JSON for those who send this Authorization; others get what else was said of the path. */
    public void servesTo(String authorization, String path, String body) {
        server.stubFor(get(urlEqualTo(path))
                .withHeader("Authorization", equalTo(authorization))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(body)));
    }

    /** JSON for those who send this key; others get what else was said of the path. */
    public void servesWithKey(String header, String key, String path, String body) {
        server.stubFor(get(urlEqualTo(path))
                .withHeader(header, equalTo(key))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(body)));
    }

    /** A token (RFC 6749) for those who send this Authorization. */
    public void givesToken(String path, String authorization, String token) {
        server.stubFor(post(urlEqualTo(path))
                .withHeader("Authorization", equalTo(authorization))
                .withRequestBody(containing("grant_type=client_credentials"))
                .willReturn(token(token)));
    }

    /** A token for forms that hold this; 401 for those who come with a header. */
    public void givesTokenForForm(String path, String form, String token) {
        refusesForms(path);
        server.stubFor(post(urlEqualTo(path)).withRequestBody(containing(form)).willReturn(token(token)));
    }

    public void givesTokensInTurn(String path, String first, String then) {
        server.stubFor(post(urlEqualTo(path))
                .inScenario(path)
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("then")
                .willReturn(token(first)));
        server.stubFor(post(urlEqualTo(path))
                .inScenario(path)
                .whenScenarioStateIs("then")
                .willReturn(token(then)));
    }

    /** As a hub does. */
    public void acceptsForms(String path) {
        server.stubFor(post(urlEqualTo(path)).willReturn(aResponse().withStatus(202)));
    }

    public void refusesForms(String path) {
        server.stubFor(post(urlEqualTo(path))
                .willReturn(aResponse().withStatus(401).withBody("{\"error\":\"invalid_client\"}")));
    }

    /** Refuses what is handed over once, and takes it from then on. */
    public void takesAtSecondAttempt(String path) {
        server.stubFor(post(urlEqualTo(path))
                .inScenario(path)
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("then")
                .willReturn(aResponse().withStatus(500)));
        server.stubFor(post(urlEqualTo(path))
                .inScenario(path)
                .whenScenarioStateIs("then")
                .willReturn(aResponse().withStatus(204)));
    }

    /** What is handed over is answered with this. */
    public void answersHandedOver(String path, int status) {
        server.stubFor(post(urlEqualTo(path)).willReturn(aResponse().withStatus(status)));
    }

    /** Something that was handed over: a header, and the body. */
    public record HandedOver(UnaryOperator<String> header, String body) {}

    public List<HandedOver> handedOver(String path) {
        return server.findAll(postRequestedFor(urlEqualTo(path))).stream()
                .map(request -> new HandedOver(request::getHeader, request.getBodyAsString()))
                .toList();
    }

    private static ResponseDefinitionBuilder token(String token) {
        return aResponse()
                .withHeader("Content-Type", "application/json")
                .withBody("{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\"}");
    }

    public void redirects(String path, int status, String to) {
        answers(path, aResponse().withStatus(status).withHeader("Location", to));
    }

    public void servesWithTag(String path, String type, String body, String etag) {
        answers(
                path,
                aResponse()
                        .withHeader("Content-Type", type)
                        .withHeader("ETag", etag)
                        .withBody(body));
        server.stubFor(get(urlEqualTo(path))
                .withHeader("If-None-Match", equalTo(etag))
                .willReturn(aResponse().withStatus(304)));
    }

    /** One body after the other at each request; the last one from then on. */
    public void servesInTurn(String path, String type, String... bodies) {
        for (int turn = 0; turn < bodies.length; turn++) {
            server.stubFor(get(urlEqualTo(path))
                    .inScenario(path)
                    .whenScenarioStateIs(turn == 0 ? Scenario.STARTED : "turn " + turn)
                    .willSetStateTo("turn " + Math.min(turn + 1, bodies.length - 1))
                    .willReturn(aResponse().withHeader("Content-Type", type).withBody(bodies[turn])));
        }
    }

    /** A feed of so many articles, each with its page at {@code path/number}. */
    public void offersArticles(String path, int count) {
        String entries = IntStream.rangeClosed(1, count)
                .mapToObj(number ->
                        "<item><title>Les %1$d over hout</title><guid isPermaLink=\"false\">%1$d</guid><link>%2$s/%1$d</link></item>"
                                .formatted(number, path))
                .collect(Collectors.joining("\n"));
        serves(
                path,
                "application/rss+xml",
                "<rss version=\"2.0\"><channel><title>Vakblad</title>" + entries + "</channel></rss>");
        server.stubFor(get(urlPathMatching(path + "/[0-9]+"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/html")
                        .withBody(
                                "<html lang=nl><article><p>Zagen, schaven en schuren in beuk.</p></article></html>")));
    }

    public void cutsOff(String path) {
        answers(path, aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
    }

    /** Its status and headers come, and then no body that is one. */
    public void breaksOffMidway(String path) {
        answers(path, aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
    }

    /** A byte now and then. */
    public void dripsSlowly(String path, String type, String body, Duration altogether) {
        answers(
                path,
                aResponse()
                        .withHeader("Content-Type", type)
                        .withBody(body)
                        .withChunkedDribbleDelay(body.length(), Math.toIntExact(altogether.toMillis())));
    }

    /** So many zeros, packed so that little of them is sent. */
    public void servesBomb(String path, String type, int bytes) {
        answers(
                path,
                aResponse()
                        .withHeader("Content-Type", type)
                        .withHeader("Content-Encoding", "gzip")
                        .withBody(packed(new byte[bytes])));
    }

    public void servesPacked(String path, String type, String body) {
        answers(
                path,
                aResponse().withHeader("Content-Type", type).withBody(packed(body.getBytes(StandardCharsets.UTF_8))));
    }

    private static byte[] packed(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public void breaksTheConnection(String path) {
        answers(path, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    }

    /** Answers to these paths, but only once they are released: as slow as it gets, without a clock. */
    public void holdsBack(Predicate<String> paths) {
        holding.hold(paths);
    }

    public void releases() {
        holding.hold(path -> false);
    }

    /** Any address that has no answer of its own, with status 200. */
    public void servesEverythingElse(String type, String body) {
        server.stubFor(get(anyUrl())
                .atPriority(10)
                .willReturn(aResponse().withHeader("Content-Type", type).withBody(body)));
    }

    /** Any address that has no answer of its own. */
    public void redirectsEverythingElse(int status, String to) {
        server.stubFor(get(anyUrl())
                .atPriority(10)
                .willReturn(aResponse().withStatus(status).withHeader("Location", to)));
    }

    /** How often a path was asked for. */
    public int requestsTo(String path) {
        return server.findAll(getRequestedFor(urlEqualTo(path))).size();
    }

    private void answers(String path, ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlEqualTo(path)).willReturn(answer));
    }

    @Override
    public void close() {
        releases();
        server.stop();
    }
}
