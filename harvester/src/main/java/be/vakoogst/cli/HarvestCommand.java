package be.vakoogst.cli;

import be.vakoogst.cli.Targets.Target;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.resource.SourceId;
import be.vakoogst.source.Politeness;
import be.vakoogst.source.Source;
import be.vakoogst.source.SourceDraft;
import be.vakoogst.source.Sources;
import be.vakoogst.survey.FirstLook;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
            description = "Sources of the configuration folder, or addresses: of a feed, a site, a page…")
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
            description = "For URLs: feed, sitemap, site or oai. Default: what is found there.")
    private Optional<String> connector = Optional.empty();

    HarvestCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        checkOptions();
        Optional<String> type = type();
        Politeness pace = politeness();
        Sources configured = new Sources(around.config().resolve("sources"), around.placeholders());
        List<Target> wanted = new Targets(configured).of(targets, from);
        return dryRun ? dryRun(wanted, type, pace) : harvest(wanted, type, pace);
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

    private int dryRun(List<Target> wanted, Optional<String> type, Politeness pace) {
        try (Sink records = Sink.open("--out", out, around.out());
                Sink failed = Sink.open("--failures", failures, around.err());
                DryRun run = new DryRun(around, records.writer(), failed.writer())) {
            for (Target target : wanted) {
                switch (target) {
                    case Target.Known(Source source) -> run.run(source);
                    case Target.Address(URI url) ->
                        run.run(draft(url, type, pace, run.firstLook(pace)).source());
                }
            }
            return run.failed() == 0 ? 0 : 1;
        }
    }

    private static SourceDraft draft(URI url, Optional<String> type, Politeness pace, FirstLook look) {
        return type.map(stated -> SourceDraft.of(url, stated, Map.of()).paced(pace))
                .orElseGet(() -> look.at(url));
    }

    private int harvest(List<Target> wanted, Optional<String> type, Politeness pace)
            throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        try (Fetcher fetcher = Fetcher.open(DryRunSettings.fetch(around), InstantSource.system())) {
            FirstLook look = new FirstLook(fetcher, DryRun.connectors(around, fetcher), pace);
            for (Target target : wanted) {
                ids.add(
                        switch (target) {
                            case Target.Known(Source source) -> source.id().value();
                            case Target.Address(URI url) -> kept(url, type, pace, look);
                        });
            }
        }
        try (Instance instance = Instances.reach(around)) {
            return new Following(instance, around.out(), around.terminal(), InstantSource.system()).run(ids, mode);
        }
    }

    /** The source that an address has, or gets now. */
    private String kept(URI url, Optional<String> type, Politeness pace, FirstLook look) throws IOException {
        NewSources sources = new NewSources(around.config().resolve("sources"));
        SourceId id = SourceDraft.idOf(url);
        if (!sources.has(id)) {
            sources.keep(draft(url, type, pace, look))
                    .ifPresent(file -> around.out().println("A source was made of it: " + file));
        }
        return id.value();
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
