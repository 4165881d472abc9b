package be.vakoogst.life;

import be.vakoogst.catalogue.Move;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import be.vakoogst.source.Source;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happens to the records of a source that something found gone: it is looked at once more, and then they go, or an operator is asked. */
public class Settling {

    /** A page that keeps us out, or that does not answer, is given this long before its absence from the list counts alone. */
    private static final Duration PATIENCE = Duration.ofDays(30);

    private static final int ASKED_TOGETHER = 100;

    private final Removals removals;
    private final RemovalTable table;
    private final LifeTable lives;
    private final LinkCheck links;
    private final Clockwork clockwork;

    Settling(Removals removals, RemovalTable table, LifeTable lives, LinkCheck links, Clockwork clockwork) {
        this.removals = removals;
        this.table = table;
        this.lives = lives;
        this.links = links;
        this.clockwork = clockwork;
    }

    /** What time it is, and what is to happen when. */
    record Clockwork(InstantSource clock, LifeSettings settings) {}

    /** Notes records that their source shows. Within the caller's transaction. */
    public void live(SourceId source, Map<ResourceId, URI> urls) {
        lives.live(
                source, urls, clockwork.clock().instant(), clockwork.settings().checkEvery());
    }

    /** Notes records that their source lists again. Within the caller's transaction. */
    public void listedAgain(Collection<ResourceId> ids) {
        lives.listedAgain(ids, clockwork.clock().instant());
    }

    /** Notes that records are read where they were before. Within the caller's transaction. */
    public void wentBack(List<Move> moves) {
        moves.forEach(move -> lives.readAt(move.resource(), move.to()));
    }

    /** Notes what a publisher withdrew, to go when the cause is settled. Within the caller's transaction. */
    public void announce(SourceId source, String cause, Map<ResourceId, String> reasons) {
        removals.announce(source, cause, reasons);
    }

    /** How many records a cause has found gone so far. */
    public int announced(String cause) {
        return removals.announced(cause);
    }

    /** Adds what a source's whole list lacked in a run, and has lacked for the source's grace. */
    public void addMissing(Source source, String cause, long run) {
        removals.addMissing(source, cause, run);
    }

    /** What a removal takes away, by id, from behind an id on. */
    public List<ResourceId> removed(Removal removal, String after, int limit) {
        return removals.items(removal.id(), after, limit).stream()
                .map(Removals.Item::id)
                .toList();
    }

    /** That records were taken down, or may come back: either way their items are read again when their source lists them. Within the caller's transaction. */
    public void takenDown(List<ResourceId> ids, boolean forGood) {
        if (forGood) {
            lives.enter(
                    ids, ItemState.WITHDRAWN, "taken down", clockwork.clock().instant());
        }
        lives.setGone(ids, true);
    }

    /** That one record took another's place: it is known no longer by its own name. */
    public void renamed(ResourceId from, ResourceId to, URI url) {
        lives.renamed(from, to, url, clockwork.clock().instant());
    }

    /**
     * Ends what a cause found gone, and the questions that it answered.
     *
     * @return how it ended; empty when nothing was to go
     */
    public Optional<Removal> settle(Source source, String cause) {
        removals.answerWhatIsBack(source);
        Optional<Removal> found = removals.find(cause).filter(removal -> removal.state() == Removal.State.OPEN);
        if (found.filter(removal -> removals.isMass(removal, source)).isPresent()) {
            return found.map(removals::hold);
        }
        found.ifPresent(removal -> askOnceMore(removal, source));
        return removals.find(cause)
                .filter(removal -> removal.state() == Removal.State.OPEN)
                .flatMap(this::end);
    }

    private Optional<Removal> end(Removal removal) {
        if (removal.count() == 0) {
            table.forget(removal.id());
            return Optional.empty();
        }
        return Optional.of(removals.perform(removal));
    }

    private void askOnceMore(Removal removal, Source source) {
        String after = "";
        for (List<RemovalTable.Leaving> some = table.toAsk(removal.id(), after, ASKED_TOGETHER);
                !some.isEmpty();
                some = table.toAsk(removal.id(), after, ASKED_TOGETHER)) {
            some.forEach(one -> ask(removal, one, source));
            after = some.getLast().id().value();
        }
    }

    /** Gone for a reason of its own is told so; kept out, it stays for now; still there, it goes as unpublished. */
    private void ask(Removal removal, RemovalTable.Leaving leaving, Source source) {
        LinkVerdict verdict = links.look(leaving.url(), source.politeness());
        boolean unclear = verdict instanceof LinkVerdict.Blocked || verdict instanceof LinkVerdict.Failing;
        if (verdict.saysGone()) {
            table.found(removal.id(), leaving.id(), verdict);
        } else if (unclear && !isMissingForLong(leaving.id())) {
            table.spare(removal.id(), leaving.id());
        }
    }

    private boolean isMissingForLong(ResourceId id) {
        return lives.find(id)
                .filter(life ->
                        life.since().plus(PATIENCE).isBefore(clockwork.clock().instant()))
                .isPresent();
    }
}
