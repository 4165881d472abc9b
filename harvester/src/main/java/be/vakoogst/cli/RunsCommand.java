package be.vakoogst.cli;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code runs list|show|stop|restart|retry|undo}: what an operator does with runs, asked of the instance that owns the data folder. */
@Command(
        name = "runs",
        description = "List runs, stop or cancel them, let them go on, try items again, or undo them.",
        mixinStandardHelpOptions = true)
class RunsCommand {

    private final Surroundings around;

    RunsCommand(Surroundings around) {
        this.around = around;
    }

    @Command(description = "List the latest runs, of one source or of all.", mixinStandardHelpOptions = true)
    int list(
            @Parameters(arity = "0..1", paramLabel = "SOURCE-ID") Optional<String> source,
            @Option(
                            names = "--state",
                            paramLabel = "STATE",
                            description = "Only those that stand so: queued, running, failed…")
                    Optional<String> state,
            @Option(names = "--size", defaultValue = "20", description = "At most so many. Default: ${DEFAULT-VALUE}.")
                    int size) {
        return asked(instance -> {
            String filter = source.map(id -> "&source=" + id).orElse("")
                    + state.map(code -> "&state=" + code).orElse("");
            instance.get("/api/runs?size={size}" + filter, size).path("runs").forEach(this::show);
            return 0;
        });
    }

    @Command(
            description = "Tell of a run: how it stands, and what went wrong in it, by reason.",
            mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "RUN") long run) {
        return asked(instance -> {
            show(instance.get("/api/runs/{run}", run));
            instance.get("/api/runs/{run}/items?outcome=failed&size=100", run)
                    .path("items")
                    .forEach(item -> around.out()
                            .println("  %s  %s %s  %s"
                                    .formatted(
                                            item.path("resource").asString("(list)"),
                                            item.path("stage").asString(),
                                            item.path("reason").asString(),
                                            item.path("url").asString())));
            return 0;
        });
    }

    @Command(
            description = "End a run after its current chunk; one that waits in the queue is taken out of it.",
            mixinStandardHelpOptions = true)
    int stop(@Parameters(paramLabel = "RUN") long run) {
        return asked(instance -> {
            show(instance.post("/api/runs/{run}/stop", Map.of(), run));
            return 0;
        });
    }

    @Command(description = "Let a run go on where it was, and follow it.", mixinStandardHelpOptions = true)
    int restart(@Parameters(paramLabel = "RUN") long run) {
        return asked(instance -> follow(instance, instance.post("/api/runs/{run}/restart", Map.of(), run)));
    }

    @Command(
            description =
                    "Try items of a run again, by a run of their own, and follow it: those named, all that failed for a reason, or all that went wrong.",
            mixinStandardHelpOptions = true)
    int retry(
            @Parameters(paramLabel = "RUN") long run,
            @Option(names = "--item", paramLabel = "ID", description = "This item; may be repeated.")
                    List<String> items,
            @Option(
                            names = "--reason",
                            paramLabel = "REASON",
                            description = "All that went wrong for it, such as timeout.")
                    Optional<String> reason) {
        if (items != null && reason.isPresent()) {
            throw new WrongUse("Name either --item or --reason.");
        }
        Map<String, Object> wish = items != null
                ? Map.of("items", items)
                : reason.<Map<String, Object>>map(code -> Map.of("reason", code))
                        .orElse(Map.of());
        return asked(instance -> follow(instance, instance.post("/api/runs/{run}/items/retry", wish, run)));
    }

    @Command(
            description =
                    "Take back all that a run brought, changed and removed, as far as nothing changed it since. Within vakoogst.life.retention.",
            mixinStandardHelpOptions = true)
    int undo(@Parameters(paramLabel = "RUN") long run) {
        return asked(instance -> {
            JsonNode undone = instance.post("/api/runs/{run}/undo", Map.of(), run);
            around.out()
                    .println("%d records are as before run %d; %d were left alone, as something else changed them since"
                            .formatted(
                                    undone.path("changed").asInt(),
                                    run,
                                    undone.path("leftAlone").asInt()));
            return 0;
        });
    }

    private interface Asking {
        int of(Instance instance) throws InterruptedException;
    }

    private int asked(Asking asking) {
        try (Instance instance = Instances.reach(around)) {
            return asking.of(instance);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("Interrupted; the run goes on");
        } finally {
            around.out().flush();
        }
    }

    private int follow(Instance instance, JsonNode run) throws InterruptedException {
        return new Following(instance, around.out(), around.terminal(), InstantSource.system())
                        .untilTheirEnd(List.of(run.path("id").asLong())).stream()
                                .allMatch(Following::succeeded)
                ? 0
                : 1;
    }

    private void show(JsonNode run) {
        JsonNode counts = run.path("counts");
        around.out()
                .println("%6d  %-20s %-11s %-21s new %d, changed %d, unchanged %d, gone %d, failed %d  %s"
                        .formatted(
                                run.path("id").asLong(),
                                run.path("source").asString(),
                                run.path("mode").asString(),
                                run.path("state").asString(),
                                counts.path("new").asLong(),
                                counts.path("changed").asLong(),
                                counts.path("unchanged").asLong(),
                                counts.path("gone").asLong(),
                                counts.path("failed").asLong(),
                                run.path("reason").asString("")));
    }
}
