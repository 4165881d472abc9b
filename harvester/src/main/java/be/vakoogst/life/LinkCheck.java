package be.vakoogst.life;

import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.fetch.FetchRequest;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.source.Politeness;
import java.net.URI;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks whether something is still published at an address. Asks as politely as a harvest does, and never says "gone" of what only kept us out. */
public class LinkCheck {

    /** The start of a site, as it may also be written: {@code /nl/}, {@code /index.html}, {@code /fr/home}. */
    private static final Pattern FRONT = Pattern.compile(
            "(?i)(?:/(?:nl|fr|en|de)(?:[-_][a-z]{2})?)?(?:/(?:(?:index|home|default|start)(?:\\.\\w{2,5})?/?)?)?");

    /** Answers about us, not about what we asked for. */
    private static final Set<Reason> ABOUT_US = EnumSet.of(
            Reason.FORBIDDEN,
            Reason.ROBOTS,
            Reason.PRIVATE_ADDRESS,
            Reason.RATE_LIMITED,
            Reason.CLIENT_ERROR,
            Reason.BAD_URL);

    private final Fetcher fetcher;
    private final Probes probes;

    LinkCheck(Fetcher fetcher, Probes probes) {
        this.fetcher = fetcher;
        this.probes = probes;
    }

    /** Remembers how hosts answer to what cannot exist; for one program, or one run without any. */
    public static LinkCheck by(Fetcher fetcher, InstantSource clock) {
        return new LinkCheck(fetcher, new Probes(fetcher, clock));
    }

    /**
     * Where something is read now that was asked for at an address; empty unless that leads there for good, and there is what answers like
     * nothing else: no firewall's page, no front page, and no page that stands for all that is not there.
     */
    public Optional<URI> newAddress(URI asked, Fetched.Fresh answer, Politeness politeness) {
        boolean leads =
                answer.validators().movedTo().filter(to -> !to.equals(asked)).isPresent();
        return leads && judge(asked, answer, politeness) instanceof LinkVerdict.Moved(URI to)
                ? Optional.of(to)
                : Optional.empty();
    }

    /** Whether the front page came in place of what was asked for: as an answer, that is no better than 404. */
    public static boolean isFrontPageInstead(URI asked, URI answered) {
        return isFrontPage(answered) && !isFrontPage(asked);
    }

    LinkVerdict look(URI url, Politeness politeness) {
        return switch (fetcher.fetch(FetchRequest.of(url, FetchRequest.Wanted.PAGE, politeness))) {
            case Fetched.Fresh fresh -> {
                try (var _ = fresh.body()) {
                    yield judge(url, fresh, politeness);
                }
            }
            case Fetched.NotModified _ -> new LinkVerdict.Alive();
            case Fetched.Gone(Failure failure) -> new LinkVerdict.Gone(failure.detail());
            case Fetched.Refused(Failure failure) -> new LinkVerdict.Blocked(told(failure));
            case Fetched.Failed(Failure failure) -> failed(failure);
        };
    }

    private static LinkVerdict failed(Failure failure) {
        if (failure.reason() == Reason.TOO_LARGE) {
            return new LinkVerdict.Alive();
        }
        return ABOUT_US.contains(failure.reason())
                ? new LinkVerdict.Blocked(told(failure))
                : new LinkVerdict.Failing(told(failure));
    }

    private static String told(Failure failure) {
        return failure.reason().code() + ": " + failure.detail();
    }

    private LinkVerdict judge(URI url, Fetched.Fresh fresh, Politeness politeness) {
        if (Visible.isFirewall(fresh)) {
            return new LinkVerdict.Blocked("a firewall's page");
        }
        if (isFrontPageInstead(url, fresh.url())) {
            return new LinkVerdict.Soft404("leads to the front page " + fresh.url());
        }
        Optional<URI> moved = fresh.validators().movedTo().filter(to -> !to.equals(url));
        boolean likeInvented = answersAsInvented(url, fresh, politeness)
                || moved.filter(to -> answersAsInvented(to, fresh, politeness)).isPresent();
        if (likeInvented) {
            return new LinkVerdict.Soft404("answers as an invented address of its host does");
        }
        return moved.<LinkVerdict>map(LinkVerdict.Moved::new).orElseGet(LinkVerdict.Alive::new);
    }

    private boolean answersAsInvented(URI url, Fetched.Fresh fresh, Politeness politeness) {
        return !isFrontPage(url)
                && probes.beside(url, politeness)
                        .filter(seen -> isTheSame(seen, url, fresh))
                        .isPresent();
    }

    /** Both led to one place, or show the same. */
    private static boolean isTheSame(Probes.Seen invented, URI url, Fetched.Fresh fresh) {
        boolean ledElsewhere = !fresh.url().equals(url) && fresh.url().equals(invented.url());
        return ledElsewhere || invented.page().isLike(Visible.of(fresh));
    }

    private static boolean isFrontPage(URI url) {
        String path = url.getPath();
        return (path == null || FRONT.matcher(path).matches()) && url.getQuery() == null;
    }
}
