package be.vakoogst.operate.console;

import be.vakoogst.resource.SourceId;
import be.vakoogst.run.Runs;
import be.vakoogst.schedule.Scheduling;
import be.vakoogst.source.Source;
import be.vakoogst.source.Sources;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks how sources fare. */
@Component
class Health {

    private static final int RUNS_SHOWN = 20;

    private final Sources sources;
    private final Runs runs;
    private final Scheduling scheduling;

    Health(Sources sources, Runs runs, Scheduling scheduling) {
        this.sources = sources;
        this.runs = runs;
        this.scheduling = scheduling;
    }

    /** Those in trouble first, then by name. */
    List<SourceHealth> all() {
        return sources.all().stream()
                .map(this::of)
                .sorted(Comparator.comparing(SourceHealth::inTrouble)
                        .reversed()
                        .thenComparing(health -> health.source().name()))
                .toList();
    }

    Optional<Source> find(SourceId id) {
        return sources.find(id);
    }

    SourceHealth of(Source source) {
        return new SourceHealth(
                source,
                scheduling.next(source),
                scheduling.pause(source.id()).isPresent(),
                runs.list(Optional.of(source.id()), Optional.empty(), Long.MAX_VALUE, RUNS_SHOWN));
    }
}
