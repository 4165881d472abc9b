package be.vakoogst.survey;

import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.run.Trial;
import be.vakoogst.source.SourceDraft;
import be.vakoogst.source.SourceEditor;
import be.vakoogst.survey.Candidates.Candidate;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Tries how an address may be harvested. Safe for many threads; robots.txt, one request at a time and the guard against private addresses hold
 * as in any run. The first way that gives something is read at length; what else is likely is only touched, as somebody is waiting.
 */
public class Survey {

    /** As many as a visitor sees. */
    private static final int SHOWN = 20;

    /** Enough to see that a way gives something. */
    private static final int TOUCHED = 2;

    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(45);
    private static final Duration TOUCHED_WITHIN = Duration.ofSeconds(10);

    /** While it lasts, other likely ways are touched. */
    private static final Duration WAITED = Duration.ofSeconds(13);

    private static final Duration ALL_WITHIN = Duration.ofSeconds(75);

    /** What is true of a host, whatever is asked of it. */
    private static final Set<Reason> OF_HOST =
            EnumSet.of(Reason.UNKNOWN_HOST, Reason.PRIVATE_ADDRESS, Reason.TLS, Reason.CONNECTION, Reason.BAD_URL);

    private final SourceEditor editor;
    private final Trial trial;
    private final Recognition recognition;
    private final InstantSource clock;

    Survey(SourceEditor editor, Trial trial, Recognition recognition, InstantSource clock) {
        this.editor = editor;
        this.trial = trial;
        this.recognition = recognition;
        this.clock = clock;
    }

    /**
     * What the survey found.
     *
     * @param ways the best first; none when nothing could be harvested
     * @param failure what came of the address as it was given, when that gave nothing
     */
    public record Surveyed(List<Way> ways, Optional<Failure> failure) {}

    /** Is told how a survey goes, also from other threads. */
    public interface Progress {

        /** Before a ground is tried. */
        void trying(Ground ground);

        /** Whenever there is more to show of the best way. */
        void found(Way best);
    }

    /** Looks until a way is found, and touches the other likely ones while there is time. */
    public Surveyed look(URI address, Progress progress) {
        Instant start = clock.instant();
        List<Way> ways = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        progress.trying(Ground.FEED);
        for (Candidate candidate : Candidates.of(address, recognition)) {
            if (ways.isEmpty() && isWithin(start, ALL_WITHIN) && !isHopeless(failures)) {
                progress.trying(candidate.ground());
                Trial.Tried tried = tried(
                        candidate.draft(),
                        SHOWN,
                        SHOWN_WITHIN,
                        soFar -> progress.found(new Way(candidate.draft(), candidate.ground(), soFar)));
                way(candidate, tried).ifPresentOrElse(ways::add, () -> failures.addAll(tried.failures()));
            } else if (!ways.isEmpty()
                    && isWithin(start, WAITED)
                    && candidate.ground().isLikelyBeside(ways.getFirst().ground())) {
                progress.trying(candidate.ground());
                touched(candidate).ifPresent(ways::add);
            }
        }
        return new Surveyed(List.copyOf(ways), failures.stream().findFirst());
    }

    /** Reads what is known how to be read. */
    public Surveyed read(SourceDraft draft, Ground ground, Progress progress) {
        progress.trying(ground);
        Trial.Tried tried = tried(draft, SHOWN, SHOWN_WITHIN, soFar -> progress.found(new Way(draft, ground, soFar)));
        Optional<Way> way = tried.resources().isEmpty() ? Optional.empty() : Optional.of(new Way(draft, ground, tried));
        return new Surveyed(way.stream().toList(), tried.failures().stream().findFirst());
    }

    /**
     * Touches the ways that a look left out.
     *
     * @param known the ways that it found
     */
    public List<Way> others(URI address, List<SourceDraft> known, Progress progress) {
        Instant start = clock.instant();
        return Candidates.of(address, recognition).stream()
                .filter(candidate -> known.stream().noneMatch(candidate::gives))
                .takeWhile(candidate -> isWithin(start, ALL_WITHIN))
                .flatMap(candidate -> {
                    progress.trying(candidate.ground());
                    return touched(candidate).stream();
                })
                .toList();
    }

    private boolean isWithin(Instant start, Duration time) {
        return clock.instant().isBefore(start.plus(time));
    }

    private static boolean isHopeless(List<Failure> failures) {
        return failures.stream().map(Failure::reason).anyMatch(OF_HOST::contains);
    }

    private Optional<Way> touched(Candidate candidate) {
        return way(candidate, tried(candidate.draft(), TOUCHED, TOUCHED_WITHIN, soFar -> {}));
    }

    private static Optional<Way> way(Candidate candidate, Trial.Tried tried) {
        return tried.resources().isEmpty()
                ? Optional.empty()
                : Optional.of(new Way(candidate.draft(), candidate.ground(), tried));
    }

    private Trial.Tried tried(SourceDraft draft, int items, Duration within, Consumer<Trial.Tried> progress) {
        SourceEditor.Checked checked =
                editor.check(draft.id(), draft.paced(recognition.politeness()).yaml());
        return checked.source()
                .map(source -> trial.run(source, items, within, progress))
                .orElseThrow(() -> new IllegalStateException("A draft is a source: "
                        + Stream.of(checked.problems()).map(Object::toString).toList()));
    }
}
