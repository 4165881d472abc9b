package be.vakoogst.source;

import be.vakoogst.resource.SourceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All sources of a folder, read anew each time: a change in a file holds from the next look on. A wrong file never stops the others. */
public class Sources {

    private final Path folder;
    private final UnaryOperator<String> placeholders;

    /** @param placeholders fills in {@code ${NAME}} and {@code ${NAME:default}} */
    public Sources(Path folder, UnaryOperator<String> placeholders) {
        this.folder = folder;
        this.placeholders = placeholders;
    }

    /**
     * What one look at the folder shows.
     *
     * @param sources whose file is right, by id
     * @param problems everything that is wrong, file by file
     */
    public record Look(List<Source> sources, List<SourceProblem> problems) {}

    public Look look() {
        List<SourceFile.Reading> readings = files().stream()
                .map(file -> SourceFile.read(file, placeholders))
                .toList();
        return new Look(
                readings.stream().flatMap(reading -> reading.source().stream()).toList(),
                readings.stream()
                        .flatMap(reading -> reading.problems().stream())
                        .toList());
    }

    /** The sources whose file is right, by id. */
    public List<Source> all() {
        return look().sources();
    }

    /** A source stands in the file that is called like it. */
    public Optional<Source> find(SourceId id) {
        return Stream.of(id + ".yml", id + ".yaml")
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .flatMap(file -> SourceFile.read(file, placeholders).source().stream())
                .findFirst();
    }

    /** Differs as soon as a file was added, changed or removed. */
    public String stamp() {
        return files().stream()
                .map(file -> file.getFileName() + " " + file.toFile().lastModified() + " "
                        + file.toFile().length())
                .collect(Collectors.joining("\n"));
    }

    /** Everything that is wrong, file by file. */
    public List<SourceProblem> problems() {
        return look().problems();
    }

    /** A single file, wherever it lies. */
    public List<SourceProblem> problemsOf(Path file) {
        return SourceFile.read(file, placeholders).problems();
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of sources cannot be read: " + folder, e);
        }
    }
}
