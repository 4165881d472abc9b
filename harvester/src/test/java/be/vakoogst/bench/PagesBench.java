package be.vakoogst.bench;

import be.vakoogst.Vakoogst;
import be.vakoogst.cli.CommandLineInterface;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Pages in a second: of a bare loop, a dry run, a full run into catalogue and index, and the same run again with nothing new. */
final class PagesBench {

    private static final int ROUNDS = 2;

    private final URI feed;
    private final int pages;
    private final Path folder;
    private final List<String> rows = new ArrayList<>();

    private PagesBench(URI feed, int pages, Path folder) {
        this.feed = feed;
        this.pages = pages;
        this.folder = folder;
    }

    /** Arguments: the feed's address, how many pages it has, an empty folder to work in. */
    static void main(String... arguments) throws Exception {
        int code = 1;
        try {
            new PagesBench(URI.create(arguments[0]), Integer.parseInt(arguments[1]), Path.of(arguments[2])).measure();
            code = 0;
        } finally {
            System.exit(code);
        }
    }

    private void measure() throws Exception {
        BareLoop bare = new BareLoop(feed, pages);
        double limit = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            limit = Math.max(limit, row("bare loop, round " + round, bare.run(), limit));
            row("dry run, round " + round, dryRun(), limit);
        }
        try (RunningServer server = RunningServer.start(environment(), feed)) {
            row("full run, catalogue and index", server.harvest(pages), limit);
            long first = server.lastMillis();
            server.harvest(pages);
            row("the same again, nothing new", server.lastMillis(), limit);
            rows.add("  unchanged run: %.1f%% of the first one's time".formatted(100.0 * server.lastMillis() / first));
        }
        print();
    }

    private long dryRun() {
        long start = System.nanoTime();
        int code = CommandLineInterface.run(
                Vakoogst.class,
                environment(),
                "harvest",
                feed.toString(),
                "--dry-run",
                "--delay=0s",
                "--concurrency=32",
                "--out=" + folder.resolve("records.jsonl"));
        long millis = (System.nanoTime() - start) / 1_000_000;
        require(code == 0 && lines() == pages, "the dry run gave " + lines() + " records, exit code " + code);
        return millis;
    }

    private long lines() {
        try (var records = Files.lines(folder.resolve("records.jsonl"))) {
            return records.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalStateException(otherwise);
        }
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("VAKOOGST_ALLOW_PRIVATE", "127.0.0.1");
        environment.put("VAKOOGST_DATA", folder.resolve("data").toString());
        return environment;
    }

    private double row(String what, long millis, double limit) {
        double rate = pages * 1000.0 / millis;
        rows.add("  %-34s %8.1f s %9.0f pages/s %8s"
                .formatted(what, millis / 1000.0, rate, limit == 0 ? "" : Math.round(100 * rate / limit) + "%"));
        return rate;
    }

    private void print() {
        System.out.printf(
                Locale.ROOT,
                "%n%d pages of about 8 kB, %d processors, heap of at most %d MB; the share is of the best bare loop so far%n",
                pages,
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20);
        rows.forEach(System.out::println);
    }
}
