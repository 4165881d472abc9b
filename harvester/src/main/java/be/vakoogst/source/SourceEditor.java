package be.vakoogst.source;

import be.vakoogst.audit.Audit;
import be.vakoogst.resource.SourceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes the files of sources for who has no editor at hand, and keeps each text that a file has had. The files stay the truth: what was
 * changed in them by hand meanwhile is kept as a version too, before it is written over.
 */
public class SourceEditor {

    /** The actor of a text that was found in the file. */
    public static final String BY_HAND = "file";

    private final Path folder;
    private final UnaryOperator<String> placeholders;
    private final SourceVersionTable versions;
    private final Audit audit;
    private final TransactionTemplate transaction;

    SourceEditor(
            Path folder,
            UnaryOperator<String> placeholders,
            SourceVersionTable versions,
            Audit audit,
            TransactionTemplate transaction) {
        this.folder = folder;
        this.placeholders = placeholders;
        this.versions = versions;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** What a text would be as a source's file: a source, or everything that is wrong with it. */
    public record Checked(Optional<Source> source, List<SourceProblem> problems) {}

    /** @param id what the file would be called */
    public Checked check(SourceId id, String yaml) {
        SourceFile.Reading reading = SourceFile.of(file(id), yaml, placeholders);
        return new Checked(reading.source(), reading.problems());
    }

    /** What a text calls its source; empty where it cannot be read or calls it nothing possible. */
    public static Optional<SourceId> idIn(String yaml) {
        try {
            return Optional.of(YamlDocument.read(yaml).content().path("id").asString(""))
                    .filter(id -> SourceId.FORM.matcher(id).matches())
                    .map(SourceId::new);
        } catch (YamlEngineException e) {
            return Optional.empty();
        }
    }

    /** The text of a source's file as it is now; empty when there is none. */
    public Optional<String> text(SourceId id) {
        return Optional.of(file(id)).filter(Files::isRegularFile).map(SourceEditor::read);
    }

    /**
     * Writes a source's file, whole or not at all.
     *
     * @throws SourceRefused with everything that is wrong, when the text is no source
     */
    public Source save(SourceId id, String yaml) {
        Checked checked = check(id, yaml);
        Source source = checked.source().orElseThrow(() -> new SourceRefused(checked.problems()));
        transaction.executeWithoutResult(status -> {
            Optional<String> before = keepByHand(id);
            if (!before.equals(Optional.of(yaml))) {
                versions.add(id, Optional.of(yaml), Audit.actor());
                audit.record("source.saved", subject(id), before.orElse(null), yaml);
                write(file(id), yaml);
            }
        });
        return source;
    }

    /** @return false when there is no such file */
    public boolean remove(SourceId id) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<String> before = keepByHand(id);
            before.ifPresent(text -> {
                versions.add(id, Optional.empty(), Audit.actor());
                audit.record("source.removed", subject(id), text, null);
                delete(file(id));
            });
            return before.isPresent();
        }));
    }

    /** The latest first; the file as it is now is among them. */
    public List<SourceVersion> history(SourceId id) {
        transaction.executeWithoutResult(status -> keepByHand(id));
        return versions.of(id);
    }

    private Optional<String> keepByHand(SourceId id) {
        Optional<String> text = text(id);
        Optional<SourceVersion> latest = versions.latest(id);
        boolean known = latest.map(version -> version.yaml().equals(text)).orElse(text.isEmpty());
        if (!known) {
            versions.add(id, text, BY_HAND);
        }
        return text;
    }

    private Path file(SourceId id) {
        return Stream.of(id + ".yml", id + ".yaml")
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(folder.resolve(id + ".yml"));
    }

    private static String subject(SourceId id) {
        return "source:" + id;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file of a source cannot be read: " + file, e);
        }
    }

    /** By way of a file beside it, so that no reader ever sees half of one. */
    private static void write(Path file, String yaml) {
        try {
            Files.createDirectories(file.getParent());
            Path beside = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".tmp");
            Files.writeString(beside, yaml);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The file of a source cannot be written: " + file, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file of a source cannot be removed: " + file, e);
        }
    }
}
