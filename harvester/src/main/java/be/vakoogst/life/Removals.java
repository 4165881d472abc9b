package be.vakoogst.life;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.Cause;
import be.vakoogst.catalogue.Change;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import be.vakoogst.source.Source;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes records away together, and asks first where it would be too many. What is taken away is kept under its cause and can be given back
 * until the retention ends. Each step is a transaction of its own and may be begun again after a crash.
 */
public class Removals {

    private static final int TOGETHER = 500;

    /** One or two records are no mass, whatever their share. */
    private static final int LEAST_MASS = 3;

    private static final String END_OF_SOURCE = "end of source ";

    private final RemovalTable removals;
    private final LifeTable lives;
    private final Catalogue catalogue;
    private final TransactionOperations transaction;
    private final InstantSource clock;

    Removals(
            RemovalTable removals,
            LifeTable lives,
            Catalogue catalogue,
            TransactionOperations transaction,
            InstantSource clock) {
        this.removals = removals;
        this.lives = lives;
        this.catalogue = catalogue;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Notes what a publisher withdrew, to go when the cause is settled. Within the caller's transaction. */
    public void announce(SourceId source, String cause, Map<ResourceId, String> reasons) {
        if (!reasons.isEmpty()) {
            removals.addWithdrawn(open(source, cause), reasons);
        }
    }

    /** How many records a cause has found gone so far. */
    public int announced(String cause) {
        return removals.find(cause).map(Removal::count).orElse(0);
    }

    long open(SourceId source, String cause) {
        return removals.open(source, cause, lives.live(source), clock.instant());
    }

    /** Adds what a source's whole list lacked in a run, and has lacked for the source's grace. */
    public void addMissing(Source source, String cause, long run) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            removals.markMissing(source.id(), run, now);
            removals.addMissing(
                    open(source.id(), cause),
                    source.id(),
                    run,
                    now.minus(source.limits().grace()));
        });
    }

    /** Whether a removal takes more than its source allows without being asked. */
    boolean isMass(Removal removal, Source source) {
        return removal.count() >= LEAST_MASS
                && removal.count() > removal.outOf() * source.limits().removeShare();
    }

    /** Lets a removal wait for an operator. */
    Removal hold(Removal removal) {
        String reason = "would take away %d of %d records".formatted(removal.count(), removal.outOf());
        removals.enter(removal.id(), Removal.State.WAITING, reason, clock.instant());
        removals.takeOver(removal, clock.instant());
        return find(removal.id()).orElseThrow();
    }

    /** A removal that waits goes when all that it would take away is there again. */
    void answerWhatIsBack(Source source) {
        removals.answerWhatIsBack(source.id(), clock.instant());
    }

    /** Takes away all of it. */
    Removal perform(Removal removal) {
        for (List<RemovalTable.Leaving> some = removals.toRemove(removal.id(), TOGETHER);
                !some.isEmpty();
                some = removals.toRemove(removal.id(), TOGETHER)) {
            List<RemovalTable.Leaving> step = some;
            transaction.executeWithoutResult(status -> takeAway(removal, step));
        }
        removals.enter(removal.id(), Removal.State.DONE, null, clock.instant());
        return find(removal.id()).orElseThrow();
    }

    private void takeAway(Removal removal, List<RemovalTable.Leaving> leaving) {
        Map<Why, List<ResourceId>> byReason = leaving.stream()
                .collect(Collectors.groupingBy(
                        one -> new Why(one.state(), one.reason()),
                        Collectors.mapping(RemovalTable.Leaving::id, Collectors.toList())));
        byReason.forEach((why, ids) -> {
            catalogue.withdraw(ids, why.reason(), new Cause(removal.cause()));
            lives.enter(ids, why.state(), why.reason(), clock.instant());
        });
        List<ResourceId> all = leaving.stream().map(RemovalTable.Leaving::id).toList();
        lives.setGone(all, true);
        removals.done(removal.id(), all);
    }

    private record Why(ItemState state, String reason) {}

    /**
     * An operator lets a waiting removal happen.
     *
     * @throws NotWaiting if it does not wait
     */
    public Removal confirm(long id) {
        Removal removal = waiting(id);
        removals.spareWhatIsBack(removal.id());
        return perform(removal);
    }

    /** An operator forbids it: its records stay, until something finds them gone again. The same exception. */
    public Removal refuse(long id) {
        Removal removal = waiting(id);
        removals.countAnew(removal.id(), clock.instant());
        removals.enter(removal.id(), Removal.State.REFUSED, null, clock.instant());
        return find(id).orElseThrow();
    }

    private Removal waiting(long id) {
        return find(id).filter(removal -> removal.state() == Removal.State.WAITING)
                .orElseThrow(() -> new NotWaiting("Removal " + id + " does not wait for anybody"));
    }

    /**
     * What undoing came to.
     *
     * @param changed records that are as they were before
     * @param leftAlone records that something else changed since
     */
    public record Undone(int changed, int leftAlone) {}

    /** Takes back all that a cause did: a removal, or a whole run with its removals. */
    public Undone undo(String cause) {
        Cause named = new Cause(cause);
        int changed = 0;
        for (List<Change> some = undo(named); !some.isEmpty(); some = undo(named)) {
            changed += some.size();
        }
        removals.find(cause)
                .ifPresent(removal -> removals.enter(removal.id(), Removal.State.UNDONE, null, clock.instant()));
        return new Undone(changed, catalogue.changedSince(named));
    }

    private List<Change> undo(Cause cause) {
        return transaction.execute(status -> {
            List<Change> changes = catalogue.undo(cause, TOGETHER).stream()
                    .filter(change -> !(change instanceof Change.Barred))
                    .toList();
            List<ResourceId> back = new ArrayList<>();
            List<ResourceId> away = new ArrayList<>();
            changes.forEach(change -> (change instanceof Change.Withdrawn ? away : back).add(change.id()));
            lives.setGone(back, false);
            lives.enter(back, ItemState.LIVE, "given back by an operator", clock.instant());
            lives.setGone(away, true);
            lives.enter(away, ItemState.WITHDRAWN, "taken back by an operator", clock.instant());
            return changes;
        });
    }

    /** The records of a source go, because the source does. Where another source offers a work, that one is shown from then on. */
    public Removal removeSource(SourceId source) {
        return perform(sourceRemoval(source));
    }

    /** The same, but an operator is asked first, once: a file that is not there may be a disk that is not there. */
    void proposeToRemoveSource(SourceId source) {
        boolean asked = list(Optional.of(source), Optional.empty(), Long.MAX_VALUE, 1).stream()
                .anyMatch(last -> last.cause().startsWith(END_OF_SOURCE));
        if (!asked) {
            hold(sourceRemoval(source));
        }
    }

    /** Sources that were removed before a time. */
    List<SourceId> endedBefore(Instant time) {
        return removals.doneBefore(END_OF_SOURCE, time);
    }

    private Removal sourceRemoval(SourceId source) {
        long id = open(source, END_OF_SOURCE + source + " at " + clock.instant());
        removals.addAll(id, source, ItemState.SOURCE_REMOVED, "its source was removed");
        return find(id).orElseThrow();
    }

    public Optional<Removal> find(long id) {
        return removals.find(id);
    }

    /** How many wait for an operator. */
    public long waiting() {
        return removals.waiting();
    }

    Optional<Removal> find(String cause) {
        return removals.find(cause);
    }

    /** The latest first, each with a number below {@code before}. */
    public List<Removal> list(Optional<SourceId> source, Optional<Removal.State> state, long before, int limit) {
        return removals.list(source, state, before, limit);
    }

    /**
     * One record that goes.
     *
     * @param state why, in a word; the reason in a sentence
     */
    public record Item(ResourceId id, java.net.URI url, ItemState state, String reason) {}

    /** What a removal takes away, by id, from behind an id on. */
    public List<Item> items(long removal, String after, int limit) {
        return removals.items(removal, after, limit).stream()
                .map(one -> new Item(one.id(), one.url(), one.state(), one.reason()))
                .toList();
    }
}
