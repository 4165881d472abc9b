package be.vakoogst.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code reclassify [--dry-run]} */
@Command(
        name = "reclassify",
        description =
                "Take the vocabulary of trades up as its files are now and file every record anew, without asking any publisher.",
        mixinStandardHelpOptions = true)
class ReclassifyCommand implements Callable<Integer> {

    private final Surroundings around;

    @Option(names = "--dry-run", description = "Only show what would change.")
    private boolean dryRun;

    ReclassifyCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (Instance instance = Instances.reach(around)) {
            JsonNode done = instance.post("/api/reclassify?dryRun={dry}", Map.of(), dryRun);
            done.path("first").forEach(this::show);
            around.out()
                    .println(
                            "%d records looked at, %d %s other trades; of %d the judgement changes, if only its score or evidence."
                                    .formatted(
                                            done.path("looked").asLong(),
                                            done.path("moved").asLong(),
                                            dryRun ? "would be under" : "are now under",
                                            done.path("changed").asLong()));
            around.out().flush();
            return 0;
        }
    }

    private void show(JsonNode move) {
        around.out()
                .println("%s: %s -> %s"
                        .formatted(move.path("title").asString(), trades(move.path("from")), trades(move.path("to"))));
    }

    private static String trades(JsonNode ids) {
        return ids.isEmpty()
                ? "(none)"
                : String.join(
                        "+", ids.values().stream().map(id -> id.asString()).toList());
    }
}
