package be.vakoogst.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** {@code reindex} */
@Command(
        name = "reindex",
        description = "Make the index anew beside the old one, and change over when it has caught up.",
        mixinStandardHelpOptions = true)
class ReindexCommand implements Callable<Integer> {

    private final Surroundings around;

    ReindexCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (Instance instance = Instances.reach(around)) {
            JsonNode done = instance.post("/api/reindex", Map.of());
            around.out()
                    .println(
                            "The new index serves, with " + done.path("changes").asLong() + " records.");
            return 0;
        }
    }
}
