package be.vakoogst.cli;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code reprocess [SOURCE-ID]} */
@Command(
        name = "reprocess",
        description =
                "Make the records of a source, or of all, again from what was kept of them, without asking any publisher.",
        mixinStandardHelpOptions = true)
class ReprocessCommand implements Callable<Integer> {

    private final Surroundings around;

    @Parameters(arity = "0..1", paramLabel = "SOURCE-ID")
    private Optional<String> source = Optional.empty();

    ReprocessCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Instance instance = Instances.reach(around)) {
            return new Following(instance, around.out(), around.terminal(), InstantSource.system())
                    .run(source.map(List::of).orElseGet(() -> all(instance)), "reprocess");
        }
    }

    private static List<String> all(Instance instance) {
        return instance.get("/api/sources").path("sources").values().stream()
                .map(each -> each.path("id").asString())
                .toList();
    }
}
