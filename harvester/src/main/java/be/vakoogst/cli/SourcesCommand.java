package be.vakoogst.cli;

import be.vakoogst.source.Politeness;
import be.vakoogst.source.Schedule;
import be.vakoogst.source.Source;
import be.vakoogst.source.SourceProblem;
import be.vakoogst.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code sources validate|list|import|export}: needs neither database nor engine. */
@Command(
        name = "sources",
        description = "Check, list, import or export the sources of the configuration folder.",
        mixinStandardHelpOptions = true)
class SourcesCommand {

    private final Surroundings around;

    SourcesCommand(Surroundings around) {
        this.around = around;
    }

    @Command(
            description =
                    "Name file, line, key, value and what is allowed for everything that is wrong. Exit code 1 if anything is.",
            mixinStandardHelpOptions = true)
    int validate(@Parameters(arity = "0..*", paramLabel = "FILE", description = "Only these files.") List<Path> files) {
        List<SourceProblem> problems = files == null
                ? sources().problems()
                : files.stream().flatMap(file -> problemsOf(file).stream()).toList();
        problems.forEach(around.err()::println);
        around.out().println(problems.isEmpty() ? "All sources are right." : problems.size() + " problems.");
        return problems.isEmpty() ? 0 : 1;
    }

    @Command(description = "List the sources whose file is right.", mixinStandardHelpOptions = true)
    int list() {
        Sources.Look look = sources().look();
        List<Source> all = look.sources();
        int width = all.stream()
                .mapToInt(source -> source.id().value().length())
                .max()
                .orElse(2);
        all.forEach(source -> around.out()
                .printf(
                        "%-" + width + "s  %-11s  %-8s  %-9s  %s%n",
                        source.id(),
                        source.kind().code(),
                        source.connector().type(),
                        when(source),
                        source.connector().url()));
        List<SourceProblem> problems = look.problems();
        problems.forEach(around.err()::println);
        return problems.isEmpty() ? 0 : 1;
    }

    @Command(
            name = "import",
            description =
                    "Make a source of each feed of an OPML file. Files that are there stay as they are. Exit code 1 if an address is wrong.",
            mixinStandardHelpOptions = true)
    int importOpml(@Parameters(paramLabel = "FILE.opml") Path file) throws IOException {
        NewSources sources = new NewSources(around.config().resolve("sources"));
        Targets targets = new Targets(sources(), Politeness.DEFAULT, Optional.of("feed"));
        int made = 0;
        int wrong = 0;
        for (Opml.Feed feed : Opml.read(file)) {
            try {
                Optional<Path> written = sources.keep(targets.named(feed.url(), feed.title()));
                made += written.isPresent() ? 1 : 0;
                around.out().println(written.map(path -> "made   " + path).orElse("known  " + feed.url()));
            } catch (WrongUse e) {
                wrong++;
                around.err().println("wrong  " + e.getMessage());
            }
        }
        around.out().println(made + " sources made.");
        return wrong == 0 ? 0 : 1;
    }

    @Command(name = "export", description = "Print the feeds as OPML.", mixinStandardHelpOptions = true)
    int exportOpml() {
        around.out()
                .print(Opml.write(sources().all().stream()
                        .filter(source -> source.connector().type().equals("feed"))
                        .toList()));
        around.out().flush();
        return 0;
    }

    private List<SourceProblem> problemsOf(Path file) {
        return Files.isRegularFile(file)
                ? sources().problemsOf(file)
                : List.of(new SourceProblem(file, 1, "", "is no file"));
    }

    private Sources sources() {
        return new Sources(around.config().resolve("sources"), around.placeholders());
    }

    private static String when(Source source) {
        if (!source.enabled()) {
            return "disabled";
        }
        return source.schedule()
                .map(schedule -> switch (schedule) {
                    case Schedule.Cron _ -> "cron";
                    case Schedule.Every(var interval) ->
                        interval.toString().substring(2).toLowerCase(java.util.Locale.ROOT);
                })
                .orElse("on demand");
    }
}
