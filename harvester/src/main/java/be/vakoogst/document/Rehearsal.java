package be.vakoogst.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What {@code scripts/build} runs, so that reading processes need not load and link anew what all of them need. */
final class Rehearsal {

    private static final Duration WRITING = Duration.ofMinutes(3);

    private Rehearsal() {}

    /** Arguments: a folder of documents of all kinds, the cache to be written. */
    static void main(String... arguments) throws Exception {
        List<Path> documents = documents(Path.of(arguments[0]));
        try (Reader reader = Reader.rehearsing(DocumentSettings.DEFAULT, Path.of(arguments[1]))) {
            for (Path document : documents) {
                read(reader, document);
            }
            if (!reader.leave(WRITING)) {
                throw new IllegalStateException("no cache was written within " + WRITING);
            }
        }
    }

    private static List<Path> documents(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toAbsolutePath).sorted().toList();
        }
    }

    private static void read(Reader reader, Path document) throws Reader.Absent, Reader.Unclear, InterruptedException {
        if (reader.read(document, document.getFileName().toString())
                instanceof Answer.Refused(var reason, var detail)) {
            throw new IllegalStateException("%s: %s, %s".formatted(document, reason, detail));
        }
    }
}
