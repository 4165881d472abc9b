package be.vakoogst.bench;

import java.net.URI;
import java.nio.file.Path;

/** A site where nothing changed and whose sitemap cannot tell so: each page has to be asked. Beside a loop that does nothing but ask. */
final class UnchangedBench {

    private UnchangedBench() {}

    static void main(String... arguments) throws Exception {
        Bench.exitAfter(() -> measure(URI.create(arguments[0]), Integer.parseInt(arguments[1]), Path.of(arguments[2])));
    }

    private static void measure(URI site, int pages, Path folder) throws Exception {
        Bench bench = new Bench("pages", pages, folder);
        double limit = 0;
        try (BareLoop bare = new BareLoop()) {
            for (int round = 1; round <= 2; round++) {
                limit = bench.row(
                        "bare conditional GETs, round " + round,
                        () -> bare.conditionalGets(pages, i -> site.resolve("/fiche/" + i), i -> "article-" + i));
            }
        }
        try (RunningServer server = RunningServer.start(bench.environment(), """
                connector: {type: sitemap, url: "%s/sitemap.xml"}
                """.formatted(site))) {
            bench.row("first run", server.harvest() + server.awaitFound(pages));
            double again = bench.row("the same again, each page asked, nothing new", server::harvest);
            bench.aimAtLeast("unchanged run of the bare loop", again, limit, 0.35);
        }
        bench.print();
    }
}
