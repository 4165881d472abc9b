package be.vakoogst.life;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.resource.SourceId;
import be.vakoogst.source.Sources;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets what can be undone no longer, with what removed sources left behind, and asks about records whose source has no file any more. */
class Housekeeping {

    private final Sources sources;
    private final Kept kept;
    private final Removals removals;
    private final List<Leftovers> leftovers;
    private final Settling.Clockwork clockwork;

    Housekeeping(
            Sources sources, Kept kept, Removals removals, List<Leftovers> leftovers, Settling.Clockwork clockwork) {
        this.sources = sources;
        this.kept = kept;
        this.removals = removals;
        this.leftovers = leftovers;
        this.clockwork = clockwork;
    }

    /** Where it is kept. */
    record Kept(LifeTable lives, RemovalTable table, Catalogue catalogue) {}

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void keepHouse() {
        Instant end = clockwork.clock().instant().minus(clockwork.settings().retention());
        Set<SourceId> files = files();
        removals.endedBefore(end).stream()
                .filter(source -> !files.contains(source) && kept.lives().live(source) == 0)
                .forEach(source -> leftovers.forEach(left -> left.remove(source)));
        kept.catalogue().forget(end);
        kept.table().forget(end);
        kept.lives().sources().stream()
                .filter(source -> !files.contains(source))
                .forEach(removals::proposeToRemoveSource);
    }

    /** Sources that have a file, be it broken. */
    private Set<SourceId> files() {
        Set<SourceId> files = sources.look().problems().stream()
                .map(problem -> problem.file().getFileName().toString().replaceFirst("\\.ya?ml$", ""))
                .filter(name -> SourceId.FORM.matcher(name).matches())
                .map(SourceId::new)
                .collect(Collectors.toSet());
        sources.all().forEach(source -> files.add(source.id()));
        return files;
    }
}
