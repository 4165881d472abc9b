package be.vakoogst.cli;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code reprocess [SOURCE-ID] [--dry-run]} */
@Command(
        name = "reprocess",
        description =
                "Make the records of a source, or of all, again from what was kept of them, without asking any publisher.",
        mixinStandardHelpOptions = true)
class ReprocessCommand implements Callable<Integer> {

    private final Surroundings around;

    @Parameters(arity = "0..1", paramLabel = "SOURCE-ID")
    private Optional<String> source = Optional.empty();

    @Option(names = "--dry-run", description = "Only show which fields would change, in how many records.")
    private boolean dryRun;

    ReprocessCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Instance instance = Instances.reach(around)) {
            List<String> sources = source.map(List::of).orElseGet(() -> all(instance));
            if (dryRun) {
                sources.forEach(id -> report(id, instance.get("/api/sources/{id}/reprocess", id)));
                around.out().flush();
                return 0;
            }
            return new Following(instance, around.out(), around.terminal(), InstantSource.system())
                    .run(sources, "reprocess");
        }
    }

    private void report(String id, JsonNode report) {
        around.out()
                .println("%s: %d records looked at, %d would change, %d could not be made again"
                        .formatted(
                                id,
                                report.path("records").asInt(),
                                report.path("changed").asInt(),
                                report.path("failed").asInt()));
        report.path("fields").properties().forEach(field -> {
            around.out()
                    .println("  %-20s %d"
                            .formatted(
                                    field.getKey(),
                                    field.getValue().path("records").asInt()));
            field.getValue().path("examples").forEach(this::show);
        });
    }

    private void show(JsonNode example) {
        around.out()
                .println("    %s: %s -> %s"
                        .formatted(
                                example.path("id").asString(),
                                example.path("before").asString(),
                                example.path("after").asString()));
    }

    private static List<String> all(Instance instance) {
        return instance.get("/api/sources").path("sources").values().stream()
                .map(each -> each.path("id").asString())
                .toList();
    }
}
