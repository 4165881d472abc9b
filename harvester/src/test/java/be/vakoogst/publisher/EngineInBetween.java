package be.vakoogst.publisher;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import java.net.URI;

/** Stands between us and the real search engine, and hands everything on, until it is told to misbehave. */
public final class EngineInBetween implements AutoCloseable {

    private static final String SEARCHES = ".*/_search";

    private final WireMockServer server = new WireMockServer(
            wireMockConfig().bindAddress("127.0.0.1").dynamicPort().gzipDisabled(true));
    private final URI engine;

    public EngineInBetween(URI engine) {
        this.engine = engine;
        server.start();
        handsOn();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    public void handsOn() {
        server.stubFor(any(anyUrl()).willReturn(aResponse().proxiedFrom(engine.toString())));
    }

    /** To everything. */
    public void answersStatus(int status) {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status)));
    }

    /** Status 413, as proxies and engines do. */
    public void refusesBodiesAbove(int bytes) {
        server.stubFor(any(anyUrl())
                .andMatching(request -> MatchResult.of(request.getBody().length > bytes))
                .willReturn(aResponse().withStatus(413)));
    }

    /** Status 400, as the engine does with more than it can look for at once. */
    public void refusesSearches() {
        server.stubFor(post(urlPathMatching(SEARCHES)).willReturn(aResponse().withStatus(400)));
    }

    public int requests() {
        return server.getAllServeEvents().size();
    }

    /** How often it was asked to search. */
    public int searches() {
        return server.countRequestsMatching(
                        postRequestedFor(urlPathMatching(SEARCHES)).build())
                .getCount();
    }

    @Override
    public void close() {
        server.stop();
    }
}
