package be.vakoogst.cli;

import be.vakoogst.source.Schedule;
import be.vakoogst.source.Source;
import be.vakoogst.source.SourceDraft;
import be.vakoogst.source.SourceProblem;
import be.vakoogst.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code sources validate|list|import|export|pause|resume|try}. The first four need neither database nor engine. */
@Command(
        name = "sources",
        description = "Check, list, import, export, pause, resume or try the sources of the configuration folder.",
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
        int made = 0;
        int wrong = 0;
        for (Opml.Feed feed : Opml.read(file)) {
            try {
                SourceDraft draft = SourceDraft.of(Targets.url(feed.url()), "feed", Map.of());
                Optional<Path> written = sources.keep(draft.titled(feed.title()));
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

    @Command(description = "Let nothing of a source run by itself for the time being.", mixinStandardHelpOptions = true)
    int pause(@Parameters(paramLabel = "SOURCE-ID") String id) {
        return turn(id, "pause", "is paused");
    }

    @Command(description = "Let a paused source run again.", mixinStandardHelpOptions = true)
    int resume(@Parameters(paramLabel = "SOURCE-ID") String id) {
        return turn(id, "resume", "runs by its schedule again");
    }

    private int turn(String id, String how, String done) {
        try (Instance instance = Instances.reach(around)) {
            instance.post("/api/sources/{id}/" + how, Map.of(), id);
            around.out().println(id + " " + done);
            around.out().flush();
            return 0;
        }
    }

    @Command(
            name = "try",
            description = "Print what a source's text would give, as JSON lines; nothing is saved or stored.",
            mixinStandardHelpOptions = true)
    int tryOut(
            @Parameters(paramLabel = "FILE", description = "The text of a source, be it in the folder or not yet.")
                    Path file,
            @Option(
                            names = "--kept",
                            description = "On what the source delivered before, without asking its publisher.")
                    boolean kept,
            @Option(
                            names = "--items",
                            defaultValue = "20",
                            description = "At most so many, up to 50. Default: ${DEFAULT-VALUE}.")
                    int items)
            throws IOException {
        String yaml = Files.readString(file);
        try (Instance instance = Instances.reach(around)) {
            JsonNode tried = instance.postText(
                    "/api/sources/try?items={items}&on={on}", yaml, items, kept ? "kept" : "publisher");
            tried.path("resources").forEach(around.out()::println);
            tried.path("failures").forEach(around.err()::println);
            around.out().flush();
            return tried.path("failures").isEmpty() ? 0 : 1;
        }
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
        if (source.paused()) {
            return "paused";
        }
        return source.schedule()
                .map(schedule -> switch (schedule) {
                    case Schedule.Cron _ -> "cron";
                    case Schedule.Adaptive _ -> "adaptive";
                    case Schedule.Every(var interval) ->
                        interval.toString().substring(2).toLowerCase(java.util.Locale.ROOT);
                })
                .orElse("on demand");
    }
}
