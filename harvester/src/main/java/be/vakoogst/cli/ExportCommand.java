package be.vakoogst.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code export} */
@Command(
        name = "export",
        description = "Print every record of the catalogue as JSON lines.",
        mixinStandardHelpOptions = true)
class ExportCommand implements Callable<Integer> {

    private final Surroundings around;

    @Option(names = "--out", paramLabel = "FILE", description = "Write them there.")
    private Optional<Path> out = Optional.empty();

    ExportCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        try (Instance instance = Instances.reach(around)) {
            if (out.isPresent()) {
                try (OutputStream file = Files.newOutputStream(out.get())) {
                    instance.download("/api/export", file);
                }
            } else {
                instance.download("/api/export", System.out);
            }
            return 0;
        }
    }
}
