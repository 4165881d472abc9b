package be.vakoogst.partner;

import be.vakoogst.folder.Uploads;
import be.vakoogst.life.ItemLife;
import be.vakoogst.life.Lives;
import be.vakoogst.life.Takebacks;
import be.vakoogst.problem.Refusal;
import be.vakoogst.push.Pushes;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import be.vakoogst.run.Run;
import be.vakoogst.run.RunState;
import be.vakoogst.run.Runs;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;

/** What partners take back, item by item or all at once. What a crash left, or a run that was under way brought meanwhile, goes within seconds. */
class Withdrawals {

    private static final int OPEN_RUNS = 10;

    private final RegistrationTable table;
    private final Takebacks takebacks;
    private final Lives lives;
    private final Runs runs;
    private final Uploads uploads;

    Withdrawals(RegistrationTable table, Takebacks takebacks, Lives lives, Runs runs, Uploads uploads) {
        this.table = table;
        this.takebacks = takebacks;
        this.lives = lives;
        this.runs = runs;
        this.uploads = uploads;
    }

    /** @throws Refusal if it is no item of theirs */
    void one(Registration registration, ResourceId id) {
        takebacks.takeBack(own(registration, id).id(), registration.address());
    }

    /**
     * It comes back with the next full run.
     *
     * @return of which source
     * @throws Refusal if it is no item of theirs
     */
    SourceId again(Registration registration, ResourceId id) {
        ItemLife own = own(registration, id);
        takebacks.giveAgain(own.id());
        return own.source();
    }

    private ItemLife own(Registration registration, ResourceId id) {
        return lives.find(id)
                .filter(life -> registration.sources().contains(life.source()))
                .orElseThrow(() -> Refusal.notThere("This publisher has no item '" + id + "'"));
    }

    /** What they uploaded at once; their records in the background, as there may be many. */
    void all(Registration registration) {
        uploads.clear(registration.source());
        Thread.ofVirtual()
                .name("withdrawal of " + registration.source())
                .start(() -> finish(new RegistrationTable.Left(registration.source(), registration.address())));
    }

    /** Who registers a site again may be harvested again. */
    void welcomeBack(Registration registration) {
        table.left().stream()
                .filter(left -> isSameSite(left.address(), registration.address()))
                .flatMap(left -> Pushes.sourcesWith(left.source()).stream())
                .forEach(takebacks::welcomeBack);
    }

    private static boolean isSameSite(URI one, URI other) {
        return Objects.equals(one.getAuthority(), other.getAuthority());
    }

    @Scheduled(fixedDelayString = "PT5S")
    void finishAll() {
        table.left().forEach(this::finish);
    }

    /** What they gave, and what they pushed. */
    private void finish(RegistrationTable.Left left) {
        Pushes.sourcesWith(left.source()).stream()
                .filter(takebacks::hasMore)
                .forEach(source -> takeBack(source, left.address()));
    }

    private void takeBack(SourceId source, URI publisher) {
        Stream.of(RunState.QUEUED, RunState.RUNNING)
                .flatMap(
                        state -> runs.list(Optional.of(source), Optional.of(state), Long.MAX_VALUE, OPEN_RUNS).stream())
                .map(Run::id)
                .forEach(runs::stop);
        takebacks.takeBackAll(source, publisher);
    }
}
