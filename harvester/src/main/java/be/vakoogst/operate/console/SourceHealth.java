package be.vakoogst.operate.console;

import be.vakoogst.run.Run;
import be.vakoogst.run.RunState;
import be.vakoogst.schedule.Planned;
import be.vakoogst.source.Source;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a source fares. What templates call is public, as they find nothing else.
 *
 * @param planned when it runs next, and why then; empty while nothing of it will run by itself
 * @param pausedHere whether an operator paused it, other than by its file
 * @param runs its latest runs, the latest first
 */
record SourceHealth(Source source, Optional<Planned> planned, boolean pausedHere, List<Run> runs) {

    private static final int CHART_HEIGHT = 28;
    private static final int BAR_WIDTH = 5;

    public Optional<Instant> next() {
        return planned.map(Planned::at);
    }

    public boolean paused() {
        return pausedHere || source.paused();
    }

    public Optional<Run> last() {
        return runs.stream().filter(run -> run.state().isEnd()).findFirst();
    }

    public Optional<Run> current() {
        return runs.stream().filter(run -> run.state() == RunState.RUNNING).findFirst();
    }

    public Optional<Run> lastSuccess() {
        return runs.stream().filter(SourceHealth::succeeded).findFirst();
    }

    public boolean inTrouble() {
        return last().filter(run -> run.state() == RunState.FAILED).isPresent();
    }

    /** Of the items that the last run found, in percent. */
    public int errorShare() {
        return last().map(Run::counts)
                .filter(counts -> counts.found() > 0)
                .map(counts -> Math.round(100f * counts.failed() / counts.found()))
                .orElse(0);
    }

    /**
     * A bar of the small chart.
     *
     * @param run where it leads
     */
    record Bar(int x, int y, int width, int height, Run run) {}

    /** How many items each run found, the latest at the right. */
    public List<Bar> bars() {
        List<Run> ended =
                runs.stream().filter(run -> run.state().isEnd()).toList().reversed();
        int most = Math.max(
                1, ended.stream().mapToInt(run -> run.counts().found()).max().orElse(1));
        return IntStream.range(0, ended.size())
                .mapToObj(place -> bar(place, ended.get(place), most))
                .toList();
    }

    private static Bar bar(int place, Run run, int most) {
        int height = Math.max(2, CHART_HEIGHT * run.counts().found() / most);
        return new Bar(place * (BAR_WIDTH + 1), CHART_HEIGHT - height, BAR_WIDTH, height, run);
    }

    private static boolean succeeded(Run run) {
        return run.state() == RunState.SUCCEEDED || run.state() == RunState.SUCCEEDED_WITH_ERRORS;
    }
}
