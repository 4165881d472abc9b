package be.vakoogst.fetch;

import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.failure.Stage;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What robots.txt of each host says to us (RFC 9309). Missing (4xx): all is allowed. Unreachable or 5xx: nothing is, until it is asked again.
 */
final class Robots {

    /** RFC 9309 section 2.4. */
    private static final Duration KEPT = Duration.ofHours(24);

    private static final Duration KEPT_WHEN_UNREACHABLE = Duration.ofMinutes(1);

    /** RFC 9309 section 2.5. */
    private static final int MOST_BYTES = 500 * 1024;

    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);
    private static final int MOST_HOSTS = 10_000;
    private static final List<String> NAME = List.of("vakoogst");

    private final Map<String, Rules> rules = new ConcurrentHashMap<>();
    private final Function<URI, Answer> get;
    private final InstantSource clock;

    /** @param get asks for a robots.txt, redirects followed */
    Robots(Function<URI, Answer> get, InstantSource clock) {
        this.get = get;
        this.clock = clock;
    }

    private record Rules(SimpleRobotRules parsed, Optional<Failure> unreachable, Instant until) {}

    /** Why a URL may not be fetched; empty when it may. */
    Optional<Failure> objection(URI url) {
        Rules host = of(url);
        if (host.unreachable().isPresent()) {
            Failure cause = host.unreachable().get();
            return Optional.of(new Failure(url, Stage.FETCH, cause.reason(), "robots.txt: " + cause.detail()));
        }
        return host.parsed().isAllowed(url.toString())
                ? Optional.empty()
                : Optional.of(new Failure(url, Stage.FETCH, Reason.ROBOTS, "disallowed by " + robotsOf(url)));
    }

    /** The Crawl-delay for us, at most 30 s; zero when there is none. */
    Duration delay(URI url) {
        long millis = of(url).parsed().getCrawlDelay();
        Duration delay = millis > 0 ? Duration.ofMillis(millis) : Duration.ZERO;
        return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    }

    /** The sitemaps that robots.txt names (sitemaps.org). */
    List<String> sitemaps(URI url) {
        return of(url).parsed().getSitemaps();
    }

    /** Asked once per host, however many wait for it. */
    private Rules of(URI url) {
        String host = url.getScheme() + "://" + url.getRawAuthority();
        Instant now = clock.instant();
        if (rules.size() > MOST_HOSTS) {
            rules.values().removeIf(old -> old.until().isBefore(now));
        }
        Rules kept = rules.get(host);
        return kept != null && now.isBefore(kept.until())
                ? kept
                : rules.compute(host, (key, old) -> old != null && now.isBefore(old.until()) ? old : fetch(url));
    }

    private Rules fetch(URI url) {
        URI robots = robotsOf(url);
        return switch (get.apply(robots)) {
            case Answer.Status answer when answer.code() == 200 -> parsed(robots, answer);
            case Answer.Status answer
            when answer.code() >= 500 ->
                unreachable(new Failure(robots, Stage.FETCH, Reason.SERVER_ERROR, "status " + answer.code()));
            case Answer.Status answer -> kept(new SimpleRobotRulesParser().failedFetch(404));
            case Answer.Broken(Failure failure) -> unreachable(failure);
        };
    }

    private Rules parsed(URI robots, Answer.Status answer) {
        byte[] body = answer.body().start(MOST_BYTES);
        return kept(new SimpleRobotRulesParser(Long.MAX_VALUE, 0)
                .parseContent(robots.toString(), body, "text/plain", NAME));
    }

    private Rules kept(SimpleRobotRules parsed) {
        return new Rules(parsed, Optional.empty(), clock.instant().plus(KEPT));
    }

    private Rules unreachable(Failure failure) {
        return new Rules(
                new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_NONE),
                Optional.of(failure),
                clock.instant().plus(KEPT_WHEN_UNREACHABLE));
    }

    private static URI robotsOf(URI url) {
        return URI.create(url.getScheme() + "://" + url.getRawAuthority() + "/robots.txt");
    }
}
