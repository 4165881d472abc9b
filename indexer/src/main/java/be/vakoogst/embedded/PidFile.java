package be.vakoogst.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Files that begin with a line that holds a process id, ours and PostgreSQL's postmaster.pid. */
final class PidFile {

    private PidFile() {}

    /** The pid; empty when the file is missing or was cut short. */
    static Optional<Long> firstLine(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("[0-9]{1,10}"))
                    .map(Long::valueOf);
        }
    }
}
