package be.vakoogst.cli;

import be.vakoogst.resource.SourceId;
import be.vakoogst.source.SourceDraft;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Writes sources that came from an address or a list of feeds into the folder of sources. Never over a file that is there. */
final class NewSources {

    private final Path folder;

    NewSources(Path folder) {
        this.folder = folder;
    }

    boolean has(SourceId id) {
        return Files.exists(folder.resolve(id + ".yml")) || Files.exists(folder.resolve(id + ".yaml"));
    }

    /** @return the file that was written; empty where the source has one already */
    Optional<Path> keep(SourceDraft draft) throws IOException {
        Path file = folder.resolve(draft.id() + ".yml");
        if (has(draft.id())) {
            return Optional.empty();
        }
        Files.createDirectories(folder);
        try {
            return Optional.of(Files.writeString(file, draft.yaml(), StandardOpenOption.CREATE_NEW));
        } catch (FileAlreadyExistsException e) {
            return Optional.empty();
        }
    }
}
