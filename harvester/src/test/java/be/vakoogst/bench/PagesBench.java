package be.vakoogst.bench;

import java.net.URI;
import java.nio.file.Path;

/** Pages in a second: of a bare loop, a dry run, a full run into catalogue and index, and the same run again with nothing new. */
final class PagesBench {

    private static final int ROUNDS = 2;

    private PagesBench() {}

    static void main(String... arguments) throws Exception {
        Bench.exitAfter(() -> measure(URI.create(arguments[0]), Integer.parseInt(arguments[1]), Path.of(arguments[2])));
    }

    private static void measure(URI site, int pages, Path folder) throws Exception {
        Bench bench = new Bench("pages", pages, folder);
        double limit = 0;
        try (BareLoop bare = new BareLoop()) {
            for (int round = 1; round <= ROUNDS; round++) {
                limit = bench.row(
                        "bare loop, round " + round, () -> bare.pages(pages, i -> site.resolve("/artikel/" + i)));
                double dry = bench.row("dry run, round " + round, () -> bench.dryRun(site + "/feed.xml"));
                bench.aimAtLeast("dry run of the bare loop, round " + round, dry, limit, 0.60);
            }
        }
        full(bench, site, pages, limit);
        bench.print();
    }

    private static void full(Bench bench, URI site, int pages, double limit) throws Exception {
        try (RunningServer server = RunningServer.start(bench.environment(), """
                connector: {type: feed, url: "%s/feed.xml"}
                """.formatted(site))) {
            long first = server.harvest() + server.awaitFound(pages);
            double full = bench.row("full run into catalogue and index", first);
            bench.aimAtLeast("full run of the bare loop", full, limit, 0.35);
            long again = server.harvest();
            bench.row("the same again, nothing new", again);
            bench.aimAtMost("unchanged run of the first one's time", again, first, 0.05);
        }
    }
}
