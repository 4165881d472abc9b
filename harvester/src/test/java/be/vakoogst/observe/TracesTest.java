package be.vakoogst.observe;

import static org.awaitility.Awaitility.await;

import be.vakoogst.application.TestApplication;
import be.vakoogst.publisher.Publisher.HandedOver;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TracesTest {

    /** As long as an id of W3C Trace Context, section 3.2.2.3, and found in the binary form of OTLP as it is. */
    private static final String TRACE = "trace-of-a-test!";

    @Test
    void whatACallerTracesIsToldToTheCollectorThatTheOperatorNamed() {
        String traced = "00-%s-00f067aa0ba902b7-01"
                .formatted(HexFormat.of().formatHex(TRACE.getBytes(StandardCharsets.US_ASCII)));

        TestApplication.send(TestApplication.request("/api/search?q=hout", Optional.empty())
                .header("traceparent", traced)
                .build());

        await().until(() -> TestApplication.traces().handedOver("/v1/traces").stream()
                .map(HandedOver::body)
                .anyMatch(body -> body.contains(TRACE) && body.contains("http get /api/search")));
    }
}
