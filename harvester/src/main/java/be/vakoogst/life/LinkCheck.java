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
import java.util.function.Predicate;

/** Looks whether something is still published at an address. Asks as politely as a harvest does, and never says "gone" of what only kept us out. */
public class LinkCheck {

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
    private final StandIn standIn;

    LinkCheck(Fetcher fetcher, Probes probes, StandIn standIn) {
        this.fetcher = fetcher;
        this.probes = probes;
        this.standIn = standIn;
    }

    /**
     * Remembers how hosts answer to what cannot exist; for one program, or one run without any.
     *
     * @param ofSeveral whether different addresses are known to lead to this one for good
     */
    public static LinkCheck by(Fetcher fetcher, InstantSource clock, Predicate<URI> ofSeveral) {
        return new LinkCheck(fetcher, new Probes(fetcher, clock), new StandIn(ofSeveral));
    }

    /**
     * Where something is read now that was asked for at an address; empty unless that leads there for good, and there is what answers like
     * nothing else: no firewall's page, no page that stands in for it, and none that stands for all that is not there.
     */
    public Optional<URI> newAddress(URI asked, Fetched.Fresh answer, Politeness politeness) {
        boolean leads =
                answer.validators().movedTo().filter(to -> !to.equals(asked)).isPresent();
        return leads && judge(asked, answer, politeness) instanceof LinkVerdict.Moved(URI to)
                ? Optional.of(to)
                : Optional.empty();
    }

    /** What came in place of what was asked for, where an overview did: as an answer, that is no better than 404. */
    public Optional<String> standIn(URI asked, Fetched.Fresh answer) {
        return standIn.of(asked, answer.url(), leadsForGood(answer));
    }

    /** The same of an address that is found to lead to where others lead too. */
    public static String leadsAsOthersDo(URI answered) {
        return StandIn.leadsAsOthersDo(answered);
    }

    private static boolean leadsForGood(Fetched.Fresh answer) {
        return answer.validators().movedTo().filter(answer.url()::equals).isPresent();
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
        Optional<String> instead = standIn(url, fresh);
        if (instead.isPresent()) {
            return new LinkVerdict.Soft404(instead.get());
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
        return !StandIn.isFrontPage(url)
                && probes.beside(url, politeness)
                        .filter(seen -> isTheSame(seen, url, fresh))
                        .isPresent();
    }

    /** Both led to one place, or show the same. */
    private static boolean isTheSame(Probes.Seen invented, URI url, Fetched.Fresh fresh) {
        boolean ledElsewhere = !fresh.url().equals(url) && fresh.url().equals(invented.url());
        return ledElsewhere || invented.page().isLike(Visible.of(fresh));
    }
}
