package be.vakoogst.limit;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.application.TestApplication;
import jakarta.servlet.FilterChain;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** One visitor cannot keep us from all others. Each test comes from a loopback address of its own, as limits are counted by address. */
class LimitTest {

    private static final int TOO_LARGE = 3 << 20;

    @ParameterizedTest
    @CsvSource({
        "127.0.0.10, /login, sign-in, 20",
        "127.0.0.11, /api/takedowns, takedown, 10",
        "127.0.0.12, /api/partner/preview, preview, 100",
        "127.0.0.13, /api/partner/registrations, registration, 100"
    })
    void whoAsksTooOftenIsToldWhenToComeBack(String from, String path, String policy, int most) {
        HttpResponse<String> answer = post(from, path, "application/json", BodyPublishers.ofString("{}"));
        assertThat(answer.headers().firstValue("RateLimit-Policy"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("\"" + policy + "\";q=" + most));

        for (int times = 1; answer.statusCode() != 429 && times < 3 * most; times++) {
            answer = post(from, path, "application/json", BodyPublishers.ofString("{}"));
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
        assertThat(answer.headers().firstValue("RateLimit"))
                .hasValueSatisfying(left -> assertThat(left).contains("r=0"));
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(post("127.0.0.99", "/api/partner/registrations", "application/json", BodyPublishers.ofString("{}"))
                        .statusCode())
                .isNotEqualTo(429);
    }

    @Test
    void apiAndPagesCountTogetherAndPeopleGetAPage() throws Exception {
        RateLimit limit = filter(RateLimit.of("default", 2, Duration.ofMinutes(1), Set.of(), "/"));

        assertThat(ask(limit, "198.51.100.1", "application/json").getStatus()).isEqualTo(200);
        assertThat(ask(limit, "198.51.100.1", "application/json").getStatus()).isEqualTo(200);
        assertThat(ask(limit, "198.51.100.1", "application/json").getContentType())
                .isEqualTo("application/problem+json");
        MockHttpServletResponse page = ask(limit, "198.51.100.1", "text/html");
        assertThat(page.getStatus()).isEqualTo(429);
        assertThat(page.getHeader("Retry-After")).isNotNull();
        assertThat(page.getContentType()).isNull();
        assertThat(ask(limit, "198.51.100.2", "application/json").getStatus()).isEqualTo(200);
    }

    @Test
    void aHouseholdIsOneVisitorThoughItHasManyAddresses() throws Exception {
        RateLimit limit = filter(RateLimit.of("default", 1, Duration.ofMinutes(1), Set.of(), "/"));

        assertThat(ask(limit, "2001:db8:0:1:0:0:0:1", "*/*").getStatus()).isEqualTo(200);
        assertThat(ask(limit, "2001:db8:0:1:a:b:c:d", "*/*").getStatus()).isEqualTo(429);
        assertThat(ask(limit, "2001:db8:0:2:0:0:0:1", "*/*").getStatus()).isEqualTo(200);
    }

    @Test
    void wrongPasswordsCountWhoeverTheyWereForAndRightOnesDoNot() throws Exception {
        FailedSignIns limit = new FailedSignIns(2);

        assertThat(signIn(limit, 200)).isEqualTo(200);
        assertThat(signIn(limit, 200)).isEqualTo(200);
        assertThat(signIn(limit, 401)).isEqualTo(401);
        assertThat(signIn(limit, 401)).isEqualTo(401);
        assertThat(signIn(limit, 200)).isEqualTo(429);
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedWhetherItSaysSoBeforeOrNot() {
        byte[] large = (" ".repeat(TOO_LARGE) + "{}").getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(post("127.0.0.14", "/api/classify", "application/json", BodyPublishers.ofByteArray(large))
                        .statusCode())
                .isEqualTo(413);
        assertThat(post(
                                "127.0.0.14",
                                "/api/classify",
                                "application/json",
                                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                        .statusCode())
                .isEqualTo(413);
        assertThat(post(
                                "127.0.0.14",
                                "/takedown",
                                "multipart/form-data; boundary=x",
                                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                        .statusCode())
                .isEqualTo(411);
    }

    private static RateLimit filter(FilterRegistrationBean<RateLimit> registration) {
        return Optional.ofNullable(registration.getFilter()).orElseThrow();
    }

    private static MockHttpServletResponse ask(RateLimit limit, String from, String accept) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.setRemoteAddr(from);
        request.addHeader("Accept", accept);
        MockHttpServletResponse response = new MockHttpServletResponse();
        limit.doFilter(request, response, new MockFilterChain());
        return response;
    }

    private static int signIn(FailedSignIns limit, int answer) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/runs");
        request.addHeader("Authorization", "Basic x");
        MockHttpServletResponse response = new MockHttpServletResponse();
        FilterChain chain = (asked, answered) -> response.setStatus(answer);
        limit.doFilter(request, response, chain);
        return response.getStatus();
    }

    private static HttpResponse<String> post(String from, String path, String type, BodyPublisher body) {
        return TestApplication.send(
                client(from),
                HttpRequest.newBuilder(TestApplication.uri(path))
                        .header("Content-Type", type)
                        .POST(body)
                        .build());
    }

    private static HttpClient client(String from) {
        try {
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .localAddress(InetAddress.getByName(from))
                    .build();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
