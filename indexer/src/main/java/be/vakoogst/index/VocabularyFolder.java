package be.vakoogst.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Word lists that an operator edits.
 *
 * @param config the folder of the configuration; its {@code vocabularies} are read when an index is made
 */
@ConfigurationProperties("vakoogst")
record VocabularyFolder(@DefaultValue("config") Path config) {

    List<String> compoundWords() {
        return lines("compound-words.txt");
    }

    List<String> synonyms() {
        return lines("synonyms.txt");
    }

    private List<String> lines(String file) {
        Path path = config.resolve("vocabularies").resolve(file);
        try (var lines = Files.lines(path)) {
            return lines.map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The word list %s cannot be read".formatted(path.toAbsolutePath()), e);
        }
    }
}
