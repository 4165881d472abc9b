package be.vakoogst.observe;

import be.vakoogst.facts.Facts;
import be.vakoogst.index.IndexCheck;
import be.vakoogst.index.IndexStatus;
import be.vakoogst.life.Removals;
import be.vakoogst.mail.Outbox;
import be.vakoogst.run.RunState;
import be.vakoogst.run.Runs;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.scheduling.annotation.Scheduled;

/** Gauges of what stands in the database and the engine; asked for now and then, however often they are read. */
class StateMeters {

    private final Watched watched;
    private final AtomicLong queued;
    private final AtomicLong running;
    private final AtomicLong lagChanges;
    private final AtomicLong lagSeconds;
    private final AtomicLong refused;
    private final AtomicLong differences;
    private final AtomicLong engineUp;
    private final AtomicLong uncounted;
    private final AtomicLong removals;
    private final AtomicLong mails;

    StateMeters(Watched watched, MeterRegistry registry) {
        this.watched = watched;
        queued = gauge(registry, "vakoogst.runs", "Runs that wait or are under way", Tags.of("state", "queued"));
        running = gauge(registry, "vakoogst.runs", "Runs that wait or are under way", Tags.of("state", "running"));
        lagChanges =
                gauge(registry, "vakoogst.index.lag.changes", "Changes that the index does not hold", Tags.empty());
        lagSeconds =
                gauge(registry, "vakoogst.index.lag.seconds", "How long the first of them has waited", Tags.empty());
        refused = gauge(registry, "vakoogst.index.refused", "Records that the engine refuses", Tags.empty());
        differences = gauge(
                registry,
                "vakoogst.index.differences",
                "What the last comparison with the catalogue found",
                Tags.empty());
        engineUp = gauge(registry, "vakoogst.engine.up", "1: the search engine answers with our index", Tags.empty());
        uncounted = gauge(registry, "vakoogst.facts.lag.changes", "Changes that no report counts yet", Tags.empty());
        removals = gauge(registry, "vakoogst.removals.waiting", "Removals that wait for an operator", Tags.empty());
        mails = gauge(registry, "vakoogst.mails.waiting", "Mails that are not sent yet", Tags.empty());
    }

    /** Whom to ask. */
    record Watched(Runs runs, IndexState index, Facts facts, Removals removals, Outbox mails) {}

    record IndexState(IndexStatus status, IndexCheck check) {}

    private static AtomicLong gauge(MeterRegistry registry, String name, String description, Tags tags) {
        AtomicLong value = new AtomicLong();
        Gauge.builder(name, value, AtomicLong::get)
                .description(description)
                .tags(tags)
                .register(registry);
        return value;
    }

    @Scheduled(fixedDelayString = "PT15S", initialDelayString = "PT5S")
    void look() {
        Map<RunState, Long> open = watched.runs().open();
        queued.set(open.getOrDefault(RunState.QUEUED, 0L));
        running.set(open.getOrDefault(RunState.RUNNING, 0L));
        Facts.Progress progress = watched.facts().progress();
        uncounted.set(progress.latest() - progress.reached());
        removals.set(watched.removals().waiting());
        mails.set(watched.mails().unsent());
        lookAtIndex();
    }

    private void lookAtIndex() {
        IndexStatus.State state = watched.index().status().state();
        lagChanges.set(state.latest() - state.reached());
        lagSeconds.set(state.behindSeconds());
        refused.set(state.refused());
        differences.set(watched.index()
                .check()
                .last()
                .map(IndexCheck.Result::differences)
                .orElse(0L));
        engineUp.set(state.answers() ? 1 : 0);
    }
}
