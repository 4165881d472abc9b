package be.vakoogst.push;

import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.feed.FeedHub;
import be.vakoogst.fetch.Body;
import be.vakoogst.fetch.Credentials;
import be.vakoogst.fetch.FetchRequest;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.source.Source;
import be.vakoogst.source.SourceEditor;
import be.vakoogst.source.Sources;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Subscribes to the hubs that feeds offer, renews that before it ends, and leaves them when the source goes. What no hub tells of is found by the schedule, as without one. */
class Subscriptions {

    private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    /** So that one round does not keep the scheduler from all else. */
    private static final int MOST_A_ROUND = 20;

    private final Sources sources;
    private final SourceEditor editor;
    private final SubscriptionTable table;
    private final Fetcher fetcher;
    private final PushSettings settings;

    Subscriptions(
            Sources sources, SourceEditor editor, SubscriptionTable table, Fetcher fetcher, PushSettings settings) {
        this.sources = sources;
        this.editor = editor;
        this.table = table;
        this.fetcher = fetcher;
        this.settings = settings;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT30S")
    void subscribe() {
        lapse();
        leave();
        sources.all().stream()
                .filter(Subscriptions::isFollowed)
                .filter(source -> table.take(source.id()))
                .limit(MOST_A_ROUND)
                .forEach(this::subscribe);
    }

    /** From then on these sources are only read when their schedules say so. */
    void lapse() {
        table.lapse().forEach(source -> LOG.warn("the hub of {} let its lease end without an answer", source));
    }

    /** Hubs of sources that went are asked to stop (WebSub, section 5.1.2); one that will not is left without a word. */
    void leave() {
        table.sources().stream().filter(source -> editor.text(source).isEmpty()).forEach(table::leave);
        table.farewells().forEach(this::sayFarewell);
        table.forgetLeft();
    }

    private void sayFarewell(Subscription left) {
        if (said("unsubscribe", left).isPresent()) {
            table.forget(left.callback());
        }
    }

    /** Asks its hub, if it is time to. */
    void look(Source source) {
        if (table.take(source.id())) {
            subscribe(source);
        }
    }

    /** What runs only on command waits for nobody. */
    private static boolean isFollowed(Source source) {
        return source.enabled()
                && source.schedule().isPresent()
                && source.connector().type().equals("feed");
    }

    private void subscribe(Source source) {
        hub(source.connector().url(), source).ifPresent(hub -> ask(source, hub));
    }

    private Optional<FeedHub> hub(URI url, Source source) {
        return fetched(url, source).flatMap(first -> {
            try (Body _ = first.body()) {
                Optional<URI> elsewhere = FeedHub.feedOf(first);
                return elsewhere.isEmpty() ? FeedHub.in(first) : hubOfFeed(elsewhere.get(), source);
            }
        });
    }

    private Optional<FeedHub> hubOfFeed(URI url, Source source) {
        return fetched(url, source).flatMap(feed -> {
            try (Body _ = feed.body()) {
                return FeedHub.in(feed);
            }
        });
    }

    private Optional<Fetched.Fresh> fetched(URI url, Source source) {
        Fetched answer = fetcher.fetch(FetchRequest.of(url, FetchRequest.Wanted.FEED, source.politeness()));
        return answer instanceof Fetched.Fresh fresh ? Optional.of(fresh) : Optional.empty();
    }

    private void ask(Source source, FeedHub hub) {
        Subscription asked = table.ask(source.id(), hub, unguessable(), unguessable());
        said("subscribe", asked).ifPresent(failure -> refused(asked, failure));
    }

    /**
     * Its answer is in the callback; what it says at once is only whether it takes the question (WebSub, section 5.1).
     *
     * @return why it does not
     */
    private Optional<Failure> said(String mode, Subscription subscription) {
        Fetched answer = fetcher.post(
                subscription.hub(),
                Map.of(
                        "hub.callback",
                        settings.callback() + "/" + subscription.callback(),
                        "hub.mode",
                        mode,
                        "hub.topic",
                        subscription.topic().toString(),
                        "hub.secret",
                        subscription.secret(),
                        "hub.lease_seconds",
                        Long.toString(settings.lease().toSeconds())),
                Credentials.NONE);
        return switch (answer) {
            case Fetched.Fresh fresh -> {
                fresh.body().close();
                yield Optional.empty();
            }
            case Fetched.NotModified _ -> Optional.empty();
            case Fetched.Failed failed when failed.failure().reason() == Reason.EMPTY -> Optional.empty();
            case Fetched.Failed failed -> Optional.of(failed.failure());
            case Fetched.Refused refused -> Optional.of(refused.failure());
            case Fetched.Gone gone -> Optional.of(gone.failure());
        };
    }

    private void refused(Subscription asked, Failure failure) {
        String why = failure.reason().code() + ": " + failure.detail();
        LOG.warn("the hub {} of {} does not take a subscription: {}", asked.hub(), asked.source(), why);
        table.denied(asked.callback(), why);
    }

    private static String unguessable() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
