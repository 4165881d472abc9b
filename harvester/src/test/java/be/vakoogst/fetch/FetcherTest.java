package be.vakoogst.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.publisher.Publisher;
import be.vakoogst.source.Politeness;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {

    private static final Politeness AT_ONCE = new Politeness(Duration.ZERO, 4);

    private final Publisher publisher = new Publisher();
    private final List<Duration> pauses = new ArrayList<>();
    private final Fetcher fetcher = Fetcher.open(
            FetchSettings.allowing(List.of("127.0.0.1")),
            InstantSource.fixed(Instant.parse("2026-11-24T09:00:00Z")),
            pauses::add);

    @AfterEach
    void close() {
        fetcher.close();
        publisher.close();
    }

    @Test
    void aBodyComesWithTypeCharsetAndValidators() {
        publisher.servesWithTag("/a", "text/html; charset=ISO-8859-1", "een", "\"v1\"");

        Fetched.Fresh fresh = (Fetched.Fresh) fetch("/a");

        assertThat(fresh.mediaType()).isEqualTo("text/html");
        assertThat(fresh.charset()).contains(StandardCharsets.ISO_8859_1);
        assertThat(fresh.validators().etag())
                .hasValueSatisfying(etag -> assertThat(etag).startsWith("\"v1"));
    }

    @Test
    void whatIsUnchangedIsNotSentAgain() {
        publisher.servesWithTag("/a", "text/html", "een", "\"v1\"");
        Validators weak = new Validators(Optional.of("W/\"v1\""), Optional.empty(), Optional.empty(), Optional.empty());

        Fetched again = fetcher.fetch(request("/a").unless(Optional.of(weak)));

        assertThat(again).isInstanceOf(Fetched.NotModified.class);
    }

    @Test
    void whatIsStillFreshIsNotAskedFor() {
        Validators fresh = new Validators(
                Optional.empty(),
                Optional.empty(),
                Optional.of(Instant.parse("2026-11-24T10:00:00Z")),
                Optional.empty());

        assertThat(fetcher.fetch(request("/a").unless(Optional.of(fresh)))).isInstanceOf(Fetched.NotModified.class);
        assertThat(publisher.requestsTo("/a")).isZero();
    }

    @Test
    void aPermanentRedirectIsRemembered() {
        publisher.redirects("/old", 301, "/new");
        publisher.serves("/new", "text/html", "een");

        Fetched.Fresh fresh = (Fetched.Fresh) fetch("/old");

        assertThat(fresh.url()).isEqualTo(publisher.url("/new"));
        assertThat(fresh.validators().movedTo()).contains(publisher.url("/new"));
    }

    @Test
    void aRedirectInACircleEnds() {
        publisher.redirects("/a", 302, "/b");
        publisher.redirects("/b", 302, "/a");

        assertThat(failure(fetch("/a")).reason()).isEqualTo(Reason.TOO_MANY_REDIRECTS);
    }

    @ParameterizedTest
    @CsvSource({
        "404, NOT_FOUND",
        "410, NOT_FOUND",
        "401, FORBIDDEN",
        "403, FORBIDDEN",
        "451, FORBIDDEN",
        "418, CLIENT_ERROR",
        "500, SERVER_ERROR"
    })
    void aStatusSaysWhatIsWrong(int status, Reason reason) {
        publisher.answersStatus("/a", status);

        assertThat(failure(fetch("/a")).reason()).isEqualTo(reason);
        assertThat(failure(fetch("/a")).detail()).contains("" + status);
    }

    @Test
    void aServerErrorIsTriedAgainAFewTimesOnly() {
        publisher.answersStatus("/a", 503);

        fetch("/a");

        assertThat(publisher.requestsTo("/a")).isEqualTo(3);
    }

    @Test
    void aShortRetryAfterIsWaitedFor() {
        publisher.asksToRetryAfter("/a", 429, "7");

        assertThat(failure(fetch("/a")).reason()).isEqualTo(Reason.RATE_LIMITED);
        assertThat(pauses).anySatisfy(pause -> assertThat(pause).isGreaterThanOrEqualTo(Duration.ofSeconds(7)));
    }

    @Test
    void aLongRetryAfterEndsAtOnceAndSaysUntilWhen() {
        publisher.asksToRetryAfter("/a", 429, "3600");

        Failure failure = failure(fetch("/a"));

        assertThat(failure.detail()).contains("2026-11-24T10:00:00Z");
        assertThat(publisher.requestsTo("/a")).isEqualTo(1);
    }

    @Test
    void robotsAreObeyedAndAskedForOnce() {
        publisher.serves("/robots.txt", "text/plain", "User-agent: vakoogst\nDisallow: /prive/\n");
        publisher.serves("/prive/a", "text/html", "een");
        publisher.serves("/open", "text/html", "een");

        assertThat(failure(fetch("/prive/a")).reason()).isEqualTo(Reason.ROBOTS);
        assertThat(fetch("/open")).isInstanceOf(Fetched.Fresh.class);
        assertThat(publisher.requestsTo("/prive/a")).isZero();
        assertThat(publisher.requestsTo("/robots.txt")).isEqualTo(1);
    }

    @Test
    void nothingIsFetchedWhileRobotsCannotBeHad() {
        publisher.answersStatus("/robots.txt", 500);
        publisher.serves("/a", "text/html", "een");

        assertThat(failure(fetch("/a")).detail()).contains("robots.txt");
        assertThat(publisher.requestsTo("/a")).isZero();
    }

    @Test
    void aBodyOverTheLimitIsNotReadToItsEnd() {
        publisher.serves("/big", "text/html", new byte[11 * 1024 * 1024]);

        assertThat(failure(fetch("/big")).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void anEmptyAnswerIsAFailure() {
        publisher.serves("/leeg", "text/html", "");

        assertThat(failure(fetch("/leeg")).reason()).isEqualTo(Reason.EMPTY);
    }

    @Test
    void aPrivateAddressBehindARedirectIsRefused() {
        publisher.redirects("/a", 302, "http://localhost:1/geheim");
        publisher.redirects("/b", 302, "http://10.0.0.1/geheim");

        assertThat(failure(fetch("/b")).reason()).isEqualTo(Reason.PRIVATE_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.org/", "file:///etc/passwd", "http://user:secret@example.org/", "http:///a"})
    void onlyPlainWebAddressesAreFetched(String url) {
        Fetched fetched = fetcher.fetch(FetchRequest.of(URI.create(url), FetchRequest.Wanted.PAGE, AT_ONCE));

        assertThat(failure(fetched).reason()).isEqualTo(Reason.BAD_URL);
    }

    @Test
    void requestsToAHostStartApart() {
        publisher.serves("/a", "text/html", "een");
        Politeness slow = new Politeness(Duration.ofSeconds(2), 1);

        fetcher.fetch(FetchRequest.of(publisher.url("/a"), FetchRequest.Wanted.PAGE, slow));
        fetcher.fetch(FetchRequest.of(publisher.url("/a"), FetchRequest.Wanted.PAGE, slow));

        assertThat(pauses).contains(Duration.ofSeconds(2));
    }

    private Fetched fetch(String path) {
        return fetcher.fetch(request(path));
    }

    private FetchRequest request(String path) {
        return FetchRequest.of(publisher.url(path), FetchRequest.Wanted.PAGE, AT_ONCE);
    }

    private static Failure failure(Fetched fetched) {
        return switch (fetched) {
            case Fetched.Gone(Failure failure) -> failure;
            case Fetched.Refused(Failure failure) -> failure;
            case Fetched.Failed(Failure failure) -> failure;
            case Fetched.Fresh fresh -> throw new AssertionError("fetched " + fresh.url());
            case Fetched.NotModified same -> throw new AssertionError("not modified " + same.url());
        };
    }
}
