package be.vakoogst.cli;

import be.vakoogst.source.Politeness;
import be.vakoogst.source.Source;
import be.vakoogst.source.Sources;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.boot.convert.DurationStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code harvest SOURCE-ID|URL…} */
@Command(
        name = "harvest",
        description = "Harvest sources now. Exit code 1 when something failed.",
        mixinStandardHelpOptions = true)
class HarvestCommand implements Callable<Integer> {

    /** The connectors that need no more than an address. */
    private static final List<String> FOR_URLS = List.of("feed", "sitemap", "site", "oai");

    private static final List<String> MODES = List.of("incremental", "full", "reprocess", "dry-run");

    private final Surroundings around;

    @Parameters(
            arity = "0..*",
            paramLabel = "SOURCE-ID|URL",
            description = "Sources of the configuration folder, or addresses of feeds.")
    private List<String> targets = List.of();

    @Option(names = "--from", paramLabel = "FILE", description = "A file of URLs or source ids, one a line.")
    private Optional<Path> from = Optional.empty();

    @Option(
            names = "--dry-run",
            description = "Print the records as JSON lines; store nothing. Needs no database or engine.")
    private boolean dryRun;

    @Option(names = "--out", paramLabel = "FILE", description = "With --dry-run: write the records there.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--failures",
            paramLabel = "FILE",
            description = "With --dry-run: write the failures there instead of stderr.")
    private Optional<Path> failures = Optional.empty();

    @Option(
            names = "--mode",
            defaultValue = "incremental",
            description =
                    "incremental, full, reprocess, or dry-run: a run that tells how each item would end, and stores nothing else. Default: ${DEFAULT-VALUE}.")
    private String mode = "incremental";

    @Option(
            names = "--delay",
            defaultValue = "1s",
            description = "For URLs: least time between two requests to a host. Default: ${DEFAULT-VALUE}.")
    private String delay = "1s";

    @Option(
            names = "--concurrency",
            defaultValue = "1",
            description = "For URLs: requests to a host at the same time. Default: ${DEFAULT-VALUE}.")
    private int concurrency = 1;

    @Option(
            names = "--connector",
            paramLabel = "TYPE",
            description = "For URLs: feed, sitemap, site or oai. Default: what the address looks like, else feed.")
    private Optional<String> connector = Optional.empty();

    HarvestCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        checkOptions();
        Sources configured = new Sources(around.config().resolve("sources"), around.placeholders());
        List<Source> sources = new Targets(configured, politeness(), type()).of(targets, from);
        return dryRun ? dryRun(sources) : harvest(sources);
    }

    private void checkOptions() {
        if (!dryRun && (out.isPresent() || failures.isPresent())) {
            throw new WrongUse(
                    "--out and --failures belong to --dry-run; a run's records are in the catalogue, see: vakoogst export");
        }
        if (!MODES.contains(mode)) {
            throw new WrongUse("--mode is '" + mode + "' and must be one of " + String.join(", ", MODES));
        }
    }

    private Optional<String> type() {
        connector.filter(type -> !FOR_URLS.contains(type)).ifPresent(wrong -> {
            throw new WrongUse("--connector is '" + wrong + "' and must be one of " + String.join(", ", FOR_URLS));
        });
        return connector;
    }

    private Politeness politeness() {
        try {
            return new Politeness(DurationStyle.SIMPLE.parse(delay), concurrency);
        } catch (IllegalArgumentException e) {
            throw new WrongUse("--delay is a duration such as 500ms or 1s, --concurrency at least 1");
        }
    }

    private int dryRun(List<Source> sources) {
        try (Sink records = Sink.open("--out", out, around.out());
                Sink failed = Sink.open("--failures", failures, around.err());
                DryRun run = new DryRun(around, records.writer(), failed.writer())) {
            sources.forEach(run::run);
            return run.failed() == 0 ? 0 : 1;
        }
    }

    private int harvest(List<Source> sources) throws IOException, InterruptedException {
        NewSources registered = new NewSources(around.config().resolve("sources"));
        for (Source source : sources) {
            registered.keep(source).ifPresent(file -> around.out().println("A source was made of it: " + file));
        }
        try (Instance instance = Instances.reach(around)) {
            return new Following(instance, around.out(), around.terminal(), InstantSource.system())
                    .run(sources.stream().map(source -> source.id().value()).toList(), mode);
        }
    }

    /** A file of our own, or a stream that somebody else closes. */
    private record Sink(PrintWriter writer, boolean owned) implements AutoCloseable {

        static Sink open(String option, Optional<Path> file, PrintWriter otherwise) {
            return file.map(path -> new Sink(writer(option, path), true)).orElseGet(() -> new Sink(otherwise, false));
        }

        private static PrintWriter writer(String option, Path file) {
            try {
                return new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new WrongUse(option + ": " + file + " cannot be written");
            }
        }

        @Override
        public void close() {
            writer.flush();
            if (owned) {
                writer.close();
            }
        }
    }
}
