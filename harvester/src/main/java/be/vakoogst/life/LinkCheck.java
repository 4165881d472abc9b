package be.vakoogst.life;

import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.fetch.FetchRequest;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.source.Politeness;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Looks whether something is still published at an address. Asks as politely as a harvest does, and never says "gone" of what only kept us out. */
class LinkCheck {

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
        if (isFrontPage(fresh.url()) && !isFrontPage(url)) {
            return new LinkVerdict.Soft404("leads to the front page " + fresh.url());
        }
        Optional<Probes.Seen> invented = isFrontPage(url) ? Optional.empty() : probes.beside(url, politeness);
        if (invented.filter(seen -> isTheSame(seen, url, fresh)).isPresent()) {
            return new LinkVerdict.Soft404("answers as an invented address of its host does");
        }
        Optional<URI> moved = fresh.validators().movedTo().filter(to -> !to.equals(url));
        return moved.<LinkVerdict>map(LinkVerdict.Moved::new).orElseGet(LinkVerdict.Alive::new);
    }

    /** Both led to one place, or show the same. */
    private static boolean isTheSame(Probes.Seen invented, URI url, Fetched.Fresh fresh) {
        boolean ledElsewhere = !fresh.url().equals(url) && fresh.url().equals(invented.url());
        return ledElsewhere || invented.page().isLike(Visible.of(fresh));
    }

    private static boolean isFrontPage(URI url) {
        String path = url.getPath();
        return (path == null || path.length() <= 1) && url.getQuery() == null;
    }
}
