package be.vakoogst.bench;

import java.net.URI;
import java.nio.file.Path;

/** Records in a second: of a bare StAX loop, a dry run, a full run into the catalogue, and a re-harvest with nothing new; and the memory these take. */
final class OaiBench {

    /** What the loop that one would write in Python did where this was written, for machines on which it cannot run. */
    private static final double PYTHON = 50_000;

    private static final double INTO_CATALOGUE = 10_000;

    private OaiBench() {}

    /** A fourth argument: how many records a second Python read just now. */
    static void main(String... arguments) throws Exception {
        double python = arguments.length > 3 ? Double.parseDouble(arguments[3]) : PYTHON;
        Bench.exitAfter(
                () -> measure(URI.create(arguments[0]), Integer.parseInt(arguments[1]), Path.of(arguments[2]), python));
    }

    private static void measure(URI server, int records, Path folder, double python) throws Exception {
        Bench bench = new Bench("records", records, folder);
        URI repository = server.resolve("/oai");
        double limit;
        try (BareLoop bare = new BareLoop()) {
            limit = bench.row("bare StAX loop", () -> bare.records(repository, records));
        }
        double dry;
        try (LiveHeap heap = new LiveHeap()) {
            dry = bench.row("dry run", () -> bench.dryRun(repository.toString(), "--connector=oai"));
            bench.say("  live heap of the dry run, by thirds of its time: " + heap);
        }
        bench.aimAtLeast("dry run of the bare loop", dry, limit, 0.25);
        bench.aimAtLeast("dry run of Python's %.0f records/s".formatted(python), dry, python, 1);
        full(bench, repository);
        bench.print();
    }

    private static void full(Bench bench, URI repository) throws Exception {
        try (RunningServer server = RunningServer.start(bench.environment(), """
                connector: {type: oai, url: "%s", metadataPrefix: oai_dc}
                """.formatted(repository))) {
            long first;
            try (LiveHeap heap = new LiveHeap()) {
                first = server.harvest();
                bench.say("  live heap of the full run, by thirds of its time: " + heap);
            }
            double full = bench.row("full run into the catalogue", first);
            bench.aimAtLeast("full run of 10,000 records/s", full, INTO_CATALOGUE, 1);
            long again = server.harvest();
            bench.row("the same again, nothing new", again);
            bench.aimAtMost("unchanged run of the first one's time", again, first, 0.02);
        }
    }
}
