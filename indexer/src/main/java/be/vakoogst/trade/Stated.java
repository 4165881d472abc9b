package be.vakoogst.trade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A value of a YAML file that knows where it stands, so that what is wrong with it can be said with file and line. */
record Stated(Path file, Node node) {

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setUseMarks(true)
            .setAllowDuplicateKeys(false)
            .setMaxAliasesForCollections(20)
            .build();

    /** Empty for a file of comments alone. */
    static Optional<Stated> read(Path file) {
        try {
            return new Compose(SETTINGS).composeString(Files.readString(file)).map(node -> new Stated(file, node));
        } catch (IOException e) {
            throw new VocabularyException(file, 1, "cannot be read: " + e);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new VocabularyException(file, line, "is no YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw new VocabularyException(file, 1, "is no YAML: " + e.getMessage());
        }
    }

    VocabularyException wrong(String problem) {
        return new VocabularyException(
                file, node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1), problem);
    }

    /** The values by key, in their order. */
    Map<String, Stated> fields(String what) {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(what + " must have keys and values");
        }
        Map<String, Stated> fields = new LinkedHashMap<>();
        mapping.getValue()
                .forEach(entry -> fields.put(
                        new Stated(file, entry.getKeyNode()).text("a key of " + what),
                        new Stated(file, entry.getValueNode())));
        return fields;
    }

    /** The values by key, where no other keys are known. */
    Map<String, Stated> fields(String what, Set<String> known) {
        Map<String, Stated> fields = fields(what);
        fields.forEach((key, value) -> {
            if (!known.contains(key)) {
                throw value.wrong("'" + key + "' of " + what + " is none of "
                        + String.join(", ", known.stream().sorted().toList()));
            }
        });
        return fields;
    }

    List<Stated> list(String what) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(each -> new Stated(file, each))
                    .toList();
        }
        throw wrong(what + " must be a list");
    }

    /** @throws VocabularyException also for a blank one */
    String text(String what) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw wrong(what + " must be a word or words");
    }

    List<String> texts(String what) {
        return list(what).stream().map(each -> each.text("each of " + what)).toList();
    }

    /** Texts of one shape. */
    List<String> texts(String what, String shape) {
        list(what).forEach(each -> each.shaped(what, shape));
        return texts(what);
    }

    /** A text of one shape, given as a regular expression. */
    String shaped(String what, String shape) {
        String text = text(what);
        if (!text.matches(shape)) {
            throw wrong(what + " is '" + text + "' and must match " + shape);
        }
        return text;
    }
}
