package be.vakoogst.bench;

import java.net.URI;
import java.nio.file.Path;

/** Whether memory grows with the work: a sitemap index of as many small pages as one likes, in a dry run. */
final class SitemapBench {

    private SitemapBench() {}

    static void main(String... arguments) throws Exception {
        Bench.exitAfter(() -> measure(URI.create(arguments[0]), Integer.parseInt(arguments[1]), Path.of(arguments[2])));
    }

    private static void measure(URI site, int pages, Path folder) throws Exception {
        Bench bench = new Bench("pages", pages, folder);
        try (LiveHeap heap = new LiveHeap()) {
            bench.row("dry run", () -> bench.dryRun(site + "/sitemap.xml", "--connector=sitemap"));
            bench.say("  live heap, by thirds of its time: " + heap);
        }
        bench.print();
    }
}
