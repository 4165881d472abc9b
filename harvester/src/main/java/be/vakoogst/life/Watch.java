package be.vakoogst.life;

import be.vakoogst.resource.SourceId;
import be.vakoogst.source.Source;
import be.vakoogst.source.Sources;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Looks at the addresses of records, a few each minute, so that all are seen once in the interval and no host is asked for many at a time. Only
 * several answers over days that something is gone count.
 */
class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    /** After an answer that needs another. */
    private static final Duration AGAIN = Duration.ofDays(1);

    private final AtomicBoolean looking = new AtomicBoolean();
    private final Sources sources;
    private final LifeTable lives;
    private final LinkCheck links;
    private final Ending ending;
    private final Settling.Clockwork clockwork;

    Watch(Sources sources, LifeTable lives, LinkCheck links, Ending ending, Settling.Clockwork clockwork) {
        this.sources = sources;
        this.lives = lives;
        this.links = links;
        this.ending = ending;
        this.clockwork = clockwork;
    }

    /** What is done with what was found gone, or elsewhere. */
    record Ending(RemovalTable table, Removals removals, Settling settling, Moving moving) {}

    /** On a thread of its own, as hosts may let us wait; the next look begins when this one has ended. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void begin() {
        if (looking.compareAndSet(false, true)) {
            Thread.ofVirtual()
                    .name("link-check")
                    .uncaughtExceptionHandler((thread, fault) -> LOG.warn("link checks broke off", fault))
                    .start(this::lookOnce);
        }
    }

    private void lookOnce() {
        try {
            look();
        } finally {
            looking.set(false);
        }
    }

    void look() {
        LifeSettings settings = clockwork.settings();
        Map<SourceId, Source> known = sources.all().stream().collect(Collectors.toMap(Source::id, Function.identity()));
        lives.due(settings.checkAtOnce(), now(), settings.checkEvery())
                .forEach(due -> Optional.ofNullable(known.get(due.source())).ifPresent(source -> look(due, source)));
        table().withGone(settings.failures(), now().minus(settings.failingFor()))
                .forEach(id -> Optional.ofNullable(known.get(id)).ifPresent(this::settle));
    }

    private void look(ItemLife due, Source source) {
        LinkVerdict verdict = followed(due, links.look(due.url(), source.politeness()), source);
        boolean again = verdict.saysGone() || verdict instanceof LinkVerdict.Failing;
        Duration next = again ? AGAIN : clockwork.settings().checkEvery();
        lives.checked(due.id(), verdict, now(), now().plus(next));
        if (verdict.saysGone()) {
            lookWhereItWas(due, source);
        }
    }

    private LinkVerdict followed(ItemLife due, LinkVerdict verdict, Source source) {
        return verdict instanceof LinkVerdict.Moved(URI to) && !ending.moving().follow(due.id(), to, cause(source))
                ? new LinkVerdict.Soft404("leads to " + to + ", as other addresses do")
                : verdict;
    }

    /** What moved for good may move back. */
    private void lookWhereItWas(ItemLife due, Source source) {
        ending.moving()
                .before(due.id(), due.url())
                .filter(before -> links.look(before, source.politeness()) instanceof LinkVerdict.Alive)
                .ifPresent(before -> ending.moving().goBack(due.id(), before, cause(source)));
    }

    private String cause(Source source) {
        return "link check of %s on %s".formatted(source.id(), now().toString().substring(0, 10));
    }

    private void settle(Source source) {
        LifeSettings settings = clockwork.settings();
        String cause = cause(source);
        ending.table()
                .addGone(
                        ending.removals().open(source.id(), cause),
                        source.id(),
                        settings.failures(),
                        now().minus(settings.failingFor()));
        ending.settling()
                .settle(source, cause)
                .ifPresent(removal -> LOG.info(
                        "{}: {} of {} records, {}",
                        cause,
                        removal.count(),
                        removal.outOf(),
                        removal.state().code()));
    }

    private RemovalTable table() {
        return ending.table();
    }

    private Instant now() {
        return clockwork.clock().instant();
    }
}
