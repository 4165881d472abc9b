package be.vakoogst.fetch;

import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.failure.Stage;
import be.vakoogst.source.Politeness;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** The good guest: asks publishers for documents. Safe for any number of threads; a call waits for the host's turn. */
public final class Fetcher implements AutoCloseable {

    private static final Politeness FOR_ROBOTS = new Politeness(Duration.ZERO, 4);
    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(1);
    private static final int ROBOTS_REDIRECTS = 5;

    private final FetchSettings settings;
    private final InstantSource clock;
    private final Exchange exchange;
    private final Gates gates;
    private final Robots robots;
    private final Reservations reservations;
    private final Looks looks = new Looks();

    private Fetcher(FetchSettings settings, InstantSource clock, Pauses pauses, FetchMeters meters) {
        this.settings = settings;
        this.clock = clock;
        this.exchange = new Exchange(settings, meters);
        this.gates = new Gates(pauses);
        this.robots = new Robots(this::getOfHost, clock);
        this.reservations = new Reservations(this::getOfHost, clock);
    }

    public static Fetcher open(FetchSettings settings, InstantSource clock) {
        return open(settings, clock, Pauses.real());
    }

    static Fetcher open(FetchSettings settings, InstantSource clock, Pauses pauses) {
        return new Fetcher(settings, clock, pauses, FetchMeters.none());
    }

    static Fetcher open(FetchSettings settings, InstantSource clock, FetchMeters meters) {
        return new Fetcher(settings, clock, Pauses.real(), meters);
    }

    /** What comes of a request. Never throws for what a publisher does; an interrupt ends it as a time-out. */
    public Fetched fetch(FetchRequest request) {
        return looks.handOver(request).orElseGet(() -> ask(request));
    }

    /** The same, kept for who asks for it next: finding out what stands at an address costs no request of its own. */
    public Fetched look(FetchRequest request) {
        return looks.keep(request, fetch(request));
    }

    private Fetched ask(FetchRequest request) {
        Validators remembered = request.remembered().orElse(Validators.NONE);
        if (remembered.freshUntil().filter(clock.instant()::isBefore).isPresent()) {
            return new Fetched.NotModified(request.url(), remembered);
        }
        try {
            return reserved(request, followFromWhereItMoved(request, remembered));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Fetched.Failed(failure(request.url(), Reason.TIMEOUT, "interrupted"));
        }
    }

    /** A page says itself what it reserves, or else the file of its host does. */
    private Fetched reserved(FetchRequest request, Fetched fetched) {
        return fetched instanceof Fetched.Fresh fresh
                        && request.wanted().mayBePage()
                        && !fresh.headers().containsKey(Fetched.TDM_RESERVATION)
                ? reservations
                        .of(fresh.url())
                        .<Fetched>map(reservation -> fresh.reserved(reservation.policy()))
                        .orElse(fetched)
                : fetched;
    }

    /** Sends a form, once; redirects are not followed, as a form may hold a secret. */
    public Fetched post(URI url, Map<String, String> form, Credentials credentials) {
        Optional<Failure> bad = badUrl(url);
        return bad.isPresent()
                ? refused(bad.get())
                : result(
                        exchange.post(url, form, credentials.of(url)),
                        FetchRequest.of(url, FetchRequest.Wanted.JSON, FOR_ROBOTS),
                        Validators.NONE,
                        Optional.empty());
    }

    /**
     * Hands something over, once; redirects are not followed, as it may be signed for its receiver alone.
     *
     * @param headers its type among them
     * @return why it was not taken; empty when it was (2xx)
     */
    public Optional<Failure> deliver(URI url, Map<String, String> headers, byte[] body) {
        Optional<Failure> bad = badUrl(url);
        if (bad.isPresent()) {
            return bad;
        }
        return switch (exchange.post(url, body, headers)) {
            case Answer.Broken(Failure failure) -> Optional.of(failure);
            case Answer.Status status when status.code() >= 200 && status.code() < 300 -> Optional.empty();
            case Answer.Status status -> Optional.of(otherStatus(status, clock.instant()));
        };
    }

    /** The sitemaps that the robots.txt of a host names, as they stand there. */
    public List<String> sitemapsOf(URI host) {
        return badUrl(host).isPresent() ? List.of() : robots.sitemaps(host);
    }

    /** What moved for good may move back: where the new address is gone, the old one is asked. */
    private Fetched followFromWhereItMoved(FetchRequest request, Validators remembered) throws InterruptedException {
        Fetched fetched = follow(request, remembered);
        return fetched instanceof Fetched.Gone && remembered.movedTo().isPresent()
                ? follow(request, Validators.NONE)
                : fetched;
    }

    private Fetched follow(FetchRequest request, Validators remembered) throws InterruptedException {
        URI url = remembered.movedTo().orElse(request.url());
        boolean permanent = true;
        Set<URI> seen = new HashSet<>();
        for (int hops = 0; hops <= settings.maxRedirects(); hops++) {
            Optional<Failure> objection = objection(url);
            if (objection.isPresent()) {
                return refused(objection.get());
            }
            if (!seen.add(url)) {
                return failed(url, Reason.TOO_MANY_REDIRECTS, "redirects in a circle");
            }
            Answer answer = patientGet(url, request, remembered);
            Optional<URI> next = redirect(answer, url);
            if (next.isEmpty()) {
                return result(
                        answer, request, remembered, permanent && hops > 0 ? Optional.of(url) : remembered.movedTo());
            }
            permanent &= isPermanent(answer);
            url = next.get();
        }
        return failed(url, Reason.TOO_MANY_REDIRECTS, "more than " + settings.maxRedirects() + " redirects");
    }

    private Optional<Failure> objection(URI url) {
        Optional<Failure> bad = badUrl(url);
        return bad.isPresent() ? bad : robots.objection(url);
    }

    private Fetched refused(Failure failure) {
        return failure.reason() == Reason.ROBOTS || failure.reason() == Reason.PRIVATE_ADDRESS
                ? new Fetched.Refused(failure)
                : new Fetched.Failed(failure);
    }

    /** Asks again, a few times and ever later, where that may help. */
    private Answer patientGet(URI url, FetchRequest request, Validators remembered) throws InterruptedException {
        Answer answer = politeGet(url, request, remembered);
        for (int tries = 0; tries < settings.retries() && mayPass(answer); tries++) {
            Duration wait = backOff(answer, tries);
            if (wait.compareTo(settings.patience()) > 0) {
                return answer;
            }
            gates.gate(url, request.politeness()).rest(jittered(wait));
            answer = politeGet(url, request, remembered);
        }
        return answer;
    }

    private Answer politeGet(URI url, FetchRequest request, Validators remembered) throws InterruptedException {
        Duration delay = longer(request.politeness().delay(), robots.delay(url));
        Gates.Gate gate = gates.gate(url, request.politeness());
        gate.enter(delay);
        try {
            return exchange.get(
                    url, request.credentials().address(url), headers(url, request, remembered), request.wanted());
        } finally {
            gate.leave();
        }
    }

    private static boolean mayPass(Answer answer) {
        return switch (answer) {
            case Answer.Status status -> status.code() == 429 || status.code() >= 500;
            case Answer.Broken(Failure failure) ->
                failure.reason() == Reason.CONNECTION || failure.reason() == Reason.CUT_OFF;
        };
    }

    /** What a host asks for, or ever longer. */
    private Duration backOff(Answer answer, int tries) {
        Duration own = FIRST_BACK_OFF.multipliedBy(1L << tries);
        return answer instanceof Answer.Status status
                ? CacheRules.retryAfter(status, clock.instant()).orElse(own)
                : own;
    }

    /** At most half as long again, so that not all who were turned away come back at the same moment. */
    private static Duration jittered(Duration wait) {
        return wait.plusMillis(ThreadLocalRandom.current().nextLong(wait.toMillis() / 2 + 1));
    }

    private Fetched result(Answer answer, FetchRequest request, Validators remembered, Optional<URI> movedTo) {
        return switch (answer) {
            case Answer.Broken(Failure failure) -> refused(failure);
            case Answer.Status status -> result(status, request, remembered, movedTo);
        };
    }

    private Fetched result(Answer.Status answer, FetchRequest request, Validators remembered, Optional<URI> movedTo) {
        Instant now = clock.instant();
        return switch (answer.code()) {
            case 200 ->
                answer.body().size() == 0
                        ? failed(answer.url(), Reason.EMPTY, "status 200 without a body")
                        : fresh(answer, CacheRules.validators(answer, now, movedTo));
            case 304 ->
                remembered.canBeAsked()
                        ? new Fetched.NotModified(request.url(), CacheRules.refreshed(remembered, answer, now, movedTo))
                        : failed(answer.url(), Reason.EMPTY, "status 304 to a request that was not conditional");
            case 404, 410 -> new Fetched.Gone(failure(answer.url(), Reason.NOT_FOUND, "status " + answer.code()));
            case 401, 403, 451 ->
                new Fetched.Refused(failure(answer.url(), Reason.FORBIDDEN, "status " + answer.code()));
            default -> new Fetched.Failed(otherStatus(answer, now));
        };
    }

    private static Failure otherStatus(Answer.Status answer, Instant now) {
        Optional<Duration> later = CacheRules.retryAfter(answer, now);
        String detail = "status " + answer.code()
                + later.map(wait -> ", to be asked again after " + now.plus(wait))
                        .orElse("");
        if (answer.code() == 429 || answer.code() == 503 && later.isPresent()) {
            return failure(answer.url(), Reason.RATE_LIMITED, detail);
        }
        if (answer.code() >= 500) {
            return failure(answer.url(), Reason.SERVER_ERROR, detail);
        }
        if (answer.code() >= 300 && answer.code() < 400) {
            String to = answer.header("location")
                    .map(location -> " to '" + location + "'")
                    .orElse(" without a Location");
            return failure(answer.url(), Reason.BAD_URL, detail + to);
        }
        return failure(answer.url(), answer.code() < 300 ? Reason.EMPTY : Reason.CLIENT_ERROR, detail);
    }

    private static Fetched fresh(Answer.Status answer, Validators validators) {
        String type = answer.header("content-type").orElse("");
        String mediaType = type.split("[;,]", 2)[0].strip().toLowerCase(Locale.ROOT);
        return new Fetched.Fresh(answer.url(), answer.body(), mediaType, charset(type), validators, answer.headers());
    }

    private static Optional<Charset> charset(String contentType) {
        int at = contentType.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (at < 0) {
            return Optional.empty();
        }
        String name = contentType
                .substring(at + 8)
                .split("[;,]", 2)[0]
                .replace("\"", "")
                .strip();
        return Characters.named(name);
    }

    private static Optional<URI> redirect(Answer answer, URI from) {
        return answer instanceof Answer.Status status
                        && Set.of(301, 302, 303, 307, 308).contains(status.code())
                ? status.header("location").flatMap(location -> Reference.resolve(from, location))
                : Optional.empty();
    }

    private static boolean isPermanent(Answer answer) {
        return answer instanceof Answer.Status status && (status.code() == 301 || status.code() == 308);
    }

    private static Optional<Failure> badUrl(URI url) {
        boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        return web && url.getHost() != null && url.getUserInfo() == null
                ? Optional.empty()
                : Optional.of(failure(url, Reason.BAD_URL, "only http and https with a plain host name are fetched"));
    }

    private static Map<String, String> headers(URI url, FetchRequest request, Validators remembered) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept", request.wanted().accept());
        headers.putAll(request.credentials().of(url));
        remembered.etag().map(Fetcher::strong).ifPresent(etag -> headers.put("If-None-Match", etag));
        remembered.lastModified().ifPresent(date -> headers.put("If-Modified-Since", date));
        return headers;
    }

    /**
     * If-None-Match compares weakly (RFC 9110 section 13.1.2), so the {@code W/} says nothing; but WordPress behind nginx, which makes its tags
     * weak when it compresses, compares letter by letter and would never answer 304.
     */
    private static String strong(String etag) {
        return etag.startsWith("W/") ? etag.substring(2) : etag;
    }

    /** robots.txt and the like are asked for without asking robots.txt, and their redirects are followed (RFC 9309 section 2.3.1.2). */
    private Answer getOfHost(URI url) {
        URI next = url;
        Answer answer = getOnce(next);
        for (int hops = 0; hops < ROBOTS_REDIRECTS; hops++) {
            Optional<URI> redirect =
                    redirect(answer, next).filter(target -> badUrl(target).isEmpty());
            if (redirect.isEmpty()) {
                return answer;
            }
            next = redirect.get();
            answer = getOnce(next);
        }
        return answer;
    }

    private Answer getOnce(URI url) {
        Gates.Gate gate = gates.gate(url, FOR_ROBOTS);
        try {
            gate.enter(Duration.ZERO);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Broken(failure(url, Reason.TIMEOUT, "interrupted"));
        }
        try {
            return exchange.get(url, Map.of("Accept", "text/plain, application/json, */*;q=0.5"));
        } finally {
            gate.leave();
        }
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Fetched failed(URI url, Reason reason, String detail) {
        return new Fetched.Failed(failure(url, reason, detail));
    }

    private static Failure failure(URI url, Reason reason, String detail) {
        return new Failure(url, Stage.FETCH, reason, detail);
    }

    @Override
    public void close() {
        exchange.close();
    }
}
