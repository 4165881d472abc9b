package be.vakoogst.backup;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folders whose files are kept.
 *
 * @param sources what operators wrote
 * @param uploads documents that partners brought
 */
public record Folders(Path sources, Path uploads) {

    static final String SOURCES = "sources/";
    private static final String UPLOADS = "uploads/";
    private static final String SOURCE_FILE = "[a-z0-9][a-z0-9-]*\\.ya?ml";

    /** A folder under its name in the backup. */
    record Named(String prefix, Path folder) {

        boolean takes(String name) {
            return !prefix.equals(SOURCES) || name.matches(SOURCE_FILE);
        }
    }

    List<Named> all() {
        return List.of(new Named(SOURCES, sources), new Named(UPLOADS, uploads));
    }

    /** Where an entry of a backup belongs; empty for what is none of these files, or would lie outside. */
    Optional<Path> placeOf(String entry) {
        return all().stream()
                .filter(named -> entry.startsWith(named.prefix()))
                .filter(named -> named.takes(entry.substring(named.prefix().length())))
                .flatMap(named -> {
                    Path folder = named.folder().toAbsolutePath().normalize();
                    Path file = folder.resolve(entry.substring(named.prefix().length()))
                            .normalize();
                    return Optional.of(file).filter(path -> path.startsWith(folder) && !path.equals(folder)).stream();
                })
                .findFirst();
    }
}
