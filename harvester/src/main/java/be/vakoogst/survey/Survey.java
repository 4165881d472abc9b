package be.vakoogst.survey;

import be.vakoogst.failure.Failure;
import be.vakoogst.run.Trial;
import be.vakoogst.source.SourceDraft;
import be.vakoogst.source.SourceEditor;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Tries how an address may be harvested. Safe for many threads; politeness and the guard against private addresses hold as in any run. */
public class Survey {

    /** Enough to see what a way gives. */
    private static final int TRIED = 3;

    private static final Duration EACH_WITHIN = Duration.ofSeconds(20);
    private static final Duration ALL_WITHIN = Duration.ofSeconds(75);

    /** More would not be read by whoever has to choose. */
    private static final int MOST_WAYS = 3;

    private final SourceEditor editor;
    private final Trial trial;
    private final InstantSource clock;

    Survey(SourceEditor editor, Trial trial, InstantSource clock) {
        this.editor = editor;
        this.trial = trial;
        this.clock = clock;
    }

    /**
     * What the survey found.
     *
     * @param ways the best first; none when nothing could be harvested
     * @param failure what came of the address as it was given, when that gave nothing
     */
    public record Surveyed(List<Way> ways, Optional<Failure> failure) {}

    /** @param progress is told each ground before it is tried */
    public Surveyed look(URI address, Consumer<Ground> progress) {
        Instant end = clock.instant().plus(ALL_WITHIN);
        List<Way> ways = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        for (Candidates.Candidate candidate : Candidates.of(address)) {
            boolean wanted = ways.size() < MOST_WAYS && clock.instant().isBefore(end) && !covered(candidate, ways);
            if (wanted) {
                progress.accept(candidate.ground());
                Trial.Tried tried = tried(candidate.draft(), TRIED, EACH_WITHIN);
                if (tried.resources().isEmpty()) {
                    failures.addAll(tried.failures());
                } else {
                    ways.add(new Way(candidate.draft(), candidate.ground(), tried));
                }
            }
        }
        return new Surveyed(List.copyOf(ways), failures.stream().findFirst());
    }

    /** Guesses are only made where nothing better was found. */
    private static boolean covered(Candidates.Candidate candidate, List<Way> ways) {
        return switch (candidate.ground()) {
            case COMMON_FEED_PATH, COMMON_REPOSITORY_PATH, CRAWL -> !ways.isEmpty();
            default -> false;
        };
    }

    /** The beginning of what a draft gives. */
    public Trial.Tried tried(SourceDraft draft, int items, Duration within) {
        SourceEditor.Checked checked = editor.check(draft.id(), draft.yaml());
        return checked.source()
                .map(source -> trial.run(source, items, within))
                .orElseThrow(() -> new IllegalStateException("A draft is a source: "
                        + Stream.of(checked.problems()).map(Object::toString).toList()));
    }
}
