package be.vakoogst.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.publisher.Publisher;
import be.vakoogst.serving.SettableClock;
import be.vakoogst.source.Politeness;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {

    private static final Politeness AT_ONCE = new Politeness(Duration.ZERO, 4);

    private final Publisher publisher = new Publisher();
    private final List<Duration> pauses = new ArrayList<>();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T09:00:00Z"));
    private final Fetcher fetcher = Fetcher.open(FetchSettings.allowing(List.of("127.0.0.1")), clock, written(pauses));

    /** Nobody waits, and no time passes. */
    private static Pauses written(List<Duration> pauses) {
        return new Pauses() {
            @Override
            public Duration elapsed() {
                return Duration.ZERO;
            }

            @Override
            public void pause(Duration duration) {
                pauses.add(duration);
            }
        };
    }

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
    void whoWasTurnedAwayComesBackNotSoonerThanAskedAndAtAMomentOfItsOwn() {
        publisher.asksToRetryAfter("/a", 429, "20");

        for (int visitor = 0; visitor < 5; visitor++) {
            fetch("/a");
        }

        assertThat(pauses)
                .filteredOn(Duration::isPositive)
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30)))
                .anySatisfy(pause -> assertThat(pause).isNotEqualTo(Duration.ofSeconds(20)));
    }

    @Test
    void whatWasLookedAtIsHandedOverOnceWithoutAnotherRequest() {
        publisher.redirects("/a", 302, "/b");
        publisher.serves("/b", "text/html", "een");
        FetchRequest look =
                FetchRequest.of(publisher.url("/a"), FetchRequest.Wanted.ANYTHING, new Politeness(Duration.ZERO, 1));

        fetcher.look(look);

        assertThat(fetch("/b")).isInstanceOf(Fetched.Fresh.class);
        assertThat(publisher.requestsTo("/b")).isOne();
        fetch("/b");
        assertThat(publisher.requestsTo("/b")).isEqualTo(2);
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

    @Test
    void aClockThatIsSetBackKeepsNobodyWaiting() {
        publisher.serves("/a", "text/html", "een");
        fetch("/a");

        clock.advance(Duration.ofDays(-4));
        fetch("/a");

        assertThat(pauses).noneMatch(Duration::isPositive);
    }

    @Test
    void a304ThatNobodyAskedForIsAFailure() {
        publisher.answersStatus("/a", 304);

        assertThat(failure(fetch("/a")).detail()).contains("304");
    }

    @Test
    void aRememberedMoveIsFollowedAtOnceAndTakenBackWhenItLeadsNowhere() {
        publisher.serves("/oud", "text/html", "een");
        publisher.serves("/nieuw", "text/html", "twee");
        publisher.answersStatus("/weg", 404);

        assertThat(text(fetcher.fetch(request("/oud").unless(movedTo("/nieuw")))))
                .isEqualTo("twee");
        assertThat(publisher.requestsTo("/oud")).isZero();
        assertThat(text(fetcher.fetch(request("/oud").unless(movedTo("/weg"))))).isEqualTo("een");
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 303, 307})
    void aTemporaryRedirectIsFollowedButNotRemembered(int status) {
        publisher.redirects("/oud", status, "?tijdelijk=ja");
        publisher.redirects("/oud?tijdelijk=ja", 301, "/nieuw");
        publisher.serves("/nieuw", "text/html", "een");

        assertThat(((Fetched.Fresh) fetch("/oud")).validators().movedTo()).isEmpty();
    }

    @Test
    void redirectsHaveALimit() {
        for (int hop = 0; hop <= 11; hop++) {
            publisher.redirects("/" + hop, 302, "/" + (hop + 1));
        }

        assertThat(failure(fetch("/0")).reason()).isEqualTo(Reason.TOO_MANY_REDIRECTS);
        assertThat(publisher.requestsTo("/11")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://voorbeeld.be/a", "javascript:alert(1)", "http://", ""})
    void aRedirectToNoWebAddressNamesIt(String to) {
        publisher.redirects("/a", 302, to);

        assertThat(failure(fetch("/a")).reason()).isEqualTo(Reason.BAD_URL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/",
                "http://0x0a.0.0.1/",
                "http://167772161/",
                "http://012.0.0.1/",
                "http://10.1/",
                "http://[::ffff:10.0.0.1]/",
                "http://[64:ff9b::a00:1]/",
                "http://[::1]/",
                "http://169.254.169.254/latest/meta-data",
                "http://100.64.1.1/",
                "http://10.0.0.1.:80/"
            })
    void noSpellingOfAPrivateAddressIsFetchedNorRedirectedTo(String address) {
        publisher.redirects("/a", 302, address);
        Set<Reason> refusals = Set.of(Reason.PRIVATE_ADDRESS, Reason.BAD_URL, Reason.UNKNOWN_HOST);

        Fetched direct = fetcher.fetch(FetchRequest.of(URI.create(address), FetchRequest.Wanted.PAGE, AT_ONCE));

        assertThat(failure(direct).reason()).isIn(refusals);
        assertThat(failure(fetch("/a")).reason()).isIn(refusals);
    }

    @Test
    void aRetryAfterMayBeADate() {
        publisher.asksToRetryAfter("/a", 503, "Tue, 24 Nov 2026 09:00:05 GMT");
        publisher.asksToRetryAfter("/b", 503, "Mon, 23 Nov 2026 09:00:00 GMT");

        assertThat(failure(fetch("/a")).reason()).isEqualTo(Reason.RATE_LIMITED);
        assertThat(pauses)
                .anySatisfy(pause -> assertThat(pause).isBetween(Duration.ofSeconds(5), Duration.ofMillis(7500)));
        assertThat(failure(fetch("/b")).reason()).isEqualTo(Reason.SERVER_ERROR);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Cache-Control | max-age=60                    | 2026-11-24T09:01:00Z
            Cache-Control | public, max-age="120"         | 2026-11-24T09:02:00Z
            Cache-Control | max-age=999999999             | 2026-11-25T09:00:00Z
            Cache-Control | no-cache, max-age=60          |
            Cache-Control | no-store                      |
            Expires       | Tue, 24 Nov 2026 10:00:00 GMT | 2026-11-24T10:00:00Z
            Expires       | 0                             |
            Expires       | Tue, 24 Nov 2025 10:00:00 GMT |
            """)
    void anAnswerIsFreshAsLongAsItSays(String header, String value, Instant until) {
        publisher.servesWithHeader("/a", "text/html", "een", header, value);

        assertThat(((Fetched.Fresh) fetch("/a")).validators().freshUntil()).isEqualTo(Optional.ofNullable(until));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 429})
    void whereThereIsNoRobotsFileAllMayBeFetched(int status) {
        publisher.answersStatus("/robots.txt", status);
        publisher.serves("/a", "text/html", "een");

        assertThat(text(fetch("/a"))).isEqualTo("een");
    }

    @Test
    void aRobotsFileBehindARedirectIsObeyed() {
        publisher.redirects("/robots.txt", 301, "/echte-robots.txt");
        publisher.serves("/echte-robots.txt", "text/html", "\uFEFFUser-agent: *\nDisallow: /");

        assertThat(failure(fetch("/a")).reason()).isEqualTo(Reason.ROBOTS);
    }

    @Test
    void aRobotsFileThatBreaksOffCountsAsUnreachable() {
        publisher.breaksTheConnection("/robots.txt");

        assertThat(failure(fetch("/a")).detail()).startsWith("robots.txt");
        assertThat(publisher.requestsTo("/a")).isZero();
    }

    @Test
    void aBombIsNotUnpackedToItsEnd() {
        publisher.servesBomb("/bom", "text/html", 60 * 1024 * 1024);

        assertThat(failure(fetch("/bom")).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void aPackedFileThatIsNotSaidToBePackedIsRead() {
        publisher.servesPacked("/a", "application/x-gzip", "een");

        assertThat(text(fetch("/a"))).isEqualTo("een");
    }

    @Test
    void anAnswerThatBreaksOffIsTriedAgainAndThenSaidToBeCutOff() {
        publisher.breaksOffMidway("/a");

        assertThat(failure(fetch("/a")).reason()).isEqualTo(Reason.CUT_OFF);
        assertThat(publisher.requestsTo("/a")).isEqualTo(3);
    }

    @Test
    void anAnswerThatDripsEndsAtTheTotalLimit() {
        publisher.dripsSlowly("/a", "text/html", "x".repeat(200), Duration.ofMinutes(2));
        try (Fetcher impatient =
                Fetcher.open(within(Duration.ofMillis(700)), InstantSource.system(), written(pauses))) {
            Fetched fetched = impatient.fetch(request("/a"));

            assertThat(failure(fetched).reason()).isEqualTo(Reason.TIMEOUT);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/html; charset=nonsens            | text/html             |
            TEXT/HTML;Charset="UTF-8"             | text/html             | UTF-8
            application/rss+xml;charset=latin1    | application/rss+xml   | ISO-8859-1
            text/html, text/html; charset=utf-8   | text/html             | UTF-8
            """)
    void aContentTypeIsReadHoweverItIsWritten(String stated, String type, String charset) {
        publisher.serves("/a", stated, "een");

        Fetched.Fresh fresh = (Fetched.Fresh) fetch("/a");

        assertThat(fresh.mediaType()).isEqualTo(type);
        assertThat(fresh.charset().map(Charset::name)).isEqualTo(Optional.ofNullable(charset));
    }

    private Optional<Validators> movedTo(String path) {
        return Optional.of(
                new Validators(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(publisher.url(path))));
    }

    private static FetchSettings within(Duration total) {
        FetchSettings usual = FetchSettings.allowing(List.of("127.0.0.1"));
        return new FetchSettings(
                usual.connect(),
                usual.read(),
                total,
                usual.maxSize(),
                usual.maxDocument(),
                usual.maxRedirects(),
                0,
                usual.patience(),
                usual.agent(),
                usual.allowPrivate());
    }

    private static String text(Fetched fetched) {
        return new String(((Fetched.Fresh) fetched).body().bytes(), StandardCharsets.UTF_8);
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
