package be.vakoogst.cli;

import be.vakoogst.source.Source;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Writes sources that came from an address or a list of feeds into the folder of sources. Never over a file that is there. */
final class NewSources {

    private final Path folder;

    NewSources(Path folder) {
        this.folder = folder;
    }

    /** @return the file that was written; empty where the source has one already */
    Optional<Path> keep(Source source) throws IOException {
        Path file = folder.resolve(source.id() + ".yml");
        if (Files.exists(file) || Files.exists(folder.resolve(source.id() + ".yaml"))) {
            return Optional.empty();
        }
        Files.createDirectories(folder);
        try {
            return Optional.of(Files.writeString(file, yaml(source), StandardOpenOption.CREATE_NEW));
        } catch (FileAlreadyExistsException e) {
            return Optional.empty();
        }
    }

    private static String yaml(Source source) {
        return """
                id: %s
                name: %s
                kind: %s
                connector: {type: %s, url: %s}
                politeness: {delay: %dms, concurrency: %d}
                """.formatted(
                        source.id(),
                        quoted(source.name()),
                        source.kind().code(),
                        source.connector().type(),
                        quoted(source.connector().url().toString()),
                        source.politeness().delay().toMillis(),
                        source.politeness().concurrency());
    }

    /** A string of JSON is one of YAML too. A dollar sign in a stranger's title must not name a variable of our environment. */
    private static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text).replace("$", "\\u0024");
    }
}
