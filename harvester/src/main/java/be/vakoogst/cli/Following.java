package be.vakoogst.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Shows runs while they go on: a bar per source on a terminal, plain lines elsewhere; and a table when all have ended. */
final class Following {

    private static final Duration LOOK = Duration.ofMillis(400);
    private static final Duration PLAIN_LINE = Duration.ofSeconds(5);
    private static final int BAR = 24;

    private final Instance instance;
    private final PrintWriter out;
    private final boolean terminal;
    private final InstantSource clock;
    private long lastPlain;
    private int drawn;

    Following(Instance instance, PrintWriter out, boolean terminal, InstantSource clock) {
        this.instance = instance;
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
    }

    /**
     * Asks for runs of sources and follows them.
     *
     * @param mode incremental, full or reprocess
     * @return the exit code: 0 when all succeeded, else 1
     */
    int run(List<String> sources, String mode) throws InterruptedException {
        List<Long> runs = sources.stream()
                .map(source -> instance.post("/api/sources/{id}/runs", Map.of("mode", mode), source))
                .map(run -> run.path("id").asLong())
                .toList();
        return untilTheirEnd(runs).stream().allMatch(Following::succeeded) ? 0 : 1;
    }

    /**
     * Until all have ended.
     *
     * @param ids of runs
     * @return the runs as they ended
     */
    List<JsonNode> untilTheirEnd(List<Long> ids) throws InterruptedException {
        Map<Long, JsonNode> runs = new LinkedHashMap<>();
        do {
            ids.forEach(id -> runs.put(id, instance.get("/api/runs/{id}", id)));
            show(new ArrayList<>(runs.values()));
        } while (!runs.values().stream().allMatch(Following::ended) && !pause());
        table(new ArrayList<>(runs.values()));
        return List.copyOf(runs.values());
    }

    private static boolean pause() throws InterruptedException {
        return new CountDownLatch(1).await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    static boolean succeeded(JsonNode run) {
        return run.path("state").asString().equals("succeeded");
    }

    static boolean ended(JsonNode run) {
        String state = run.path("state").asString();
        return !state.equals("queued") && !state.equals("running");
    }

    private void show(List<JsonNode> runs) {
        if (terminal) {
            draw(runs);
        } else if (clock.millis() - lastPlain >= PLAIN_LINE.toMillis()) {
            lastPlain = clock.millis();
            runs.stream().filter(run -> !ended(run)).forEach(run -> out.println(line(run)));
            out.flush();
        }
    }

    private void draw(List<JsonNode> runs) {
        StringBuilder screen = new StringBuilder();
        if (drawn > 0) {
            screen.append("\u001b[").append(drawn).append('A');
        }
        runs.forEach(run -> screen.append("\r\u001b[K").append(line(run)).append('\n'));
        drawn = runs.size();
        out.print(screen);
        out.flush();
    }

    private String line(JsonNode run) {
        long done = done(run);
        long total = Math.max(done, run.path("listed").asLong());
        return "%-20s %s %6d/%-6d %7.1f/s  %d failed  %s"
                .formatted(
                        run.path("source").asString(),
                        bar(ended(run) ? 1 : total == 0 ? 0 : (double) done / total),
                        done,
                        total,
                        rate(run, done),
                        run.at("/counts/failed").asLong(),
                        run.path("state").asString());
    }

    private static String bar(double share) {
        int full = (int) (share * BAR);
        return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "]";
    }

    private double rate(JsonNode run, long done) {
        if (!run.has("startedAt")) {
            return 0;
        }
        long start = java.time.Instant.parse(run.path("startedAt").asString()).toEpochMilli();
        long end = run.has("endedAt")
                ? java.time.Instant.parse(run.path("endedAt").asString()).toEpochMilli()
                : clock.millis();
        return done * 1000.0 / Math.max(1, end - start);
    }

    private static long done(JsonNode run) {
        JsonNode counts = run.path("counts");
        return counts.path("new").asLong()
                + counts.path("changed").asLong()
                + counts.path("unchanged").asLong()
                + counts.path("gone").asLong()
                + counts.path("failed").asLong();
    }

    private void table(List<JsonNode> runs) {
        out.printf(
                Locale.ROOT,
                "%n%-20s %7s %8s %10s %6s %7s %8s  %s%n",
                "source",
                "new",
                "changed",
                "unchanged",
                "gone",
                "failed",
                "partial",
                "state");
        runs.forEach(this::row);
        out.flush();
    }

    private void row(JsonNode run) {
        JsonNode counts = run.path("counts");
        out.printf(
                Locale.ROOT,
                "%-20s %7d %8d %10d %6d %7d %8d  %s%s%n",
                run.path("source").asString(),
                counts.path("new").asLong(),
                counts.path("changed").asLong(),
                counts.path("unchanged").asLong(),
                counts.path("gone").asLong(),
                counts.path("failed").asLong(),
                counts.path("partial").asLong(),
                run.path("state").asString(),
                run.has("reason") ? ": " + run.path("reason").asString() : "");
    }
}
