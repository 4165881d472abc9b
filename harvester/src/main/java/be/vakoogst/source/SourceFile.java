package be.vakoogst.source;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads one source's file: a source, or everything that is wrong with it. Never throws for what stands in the file. */
final class SourceFile {

    private static final int MOST_BYTES = 256 * 1024;
    private static final JsonNode RULES = rules();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(RULES.toString());

    private final Path file;
    private final UnaryOperator<String> placeholders;

    private SourceFile(Path file, UnaryOperator<String> placeholders) {
        this.file = file;
        this.placeholders = placeholders;
    }

    /** @param placeholders fills in {@code ${NAME}} and {@code ${NAME:default}} */
    static Reading read(Path file, UnaryOperator<String> placeholders) {
        return new SourceFile(file, placeholders).read();
    }

    /** @param text what would stand in the file */
    static Reading of(Path file, String text, UnaryOperator<String> placeholders) {
        return new SourceFile(file, placeholders).parse(text);
    }

    /** What came of a file. */
    record Reading(Path file, Optional<Source> source, List<SourceProblem> problems) {}

    private Reading read() {
        try {
            return Files.size(file) > MOST_BYTES ? tooLarge() : parse(Files.readString(file));
        } catch (MalformedInputException e) {
            return wrong(new SourceProblem(file, 1, "", "is not UTF-8"));
        } catch (IOException e) {
            return wrong(new SourceProblem(file, 1, "", "cannot be read: " + e.getMessage()));
        }
    }

    private Reading tooLarge() {
        return wrong(new SourceProblem(file, 1, "", "is larger than 256 kB"));
    }

    private Reading parse(String text) {
        try {
            return text.length() > MOST_BYTES ? tooLarge() : check(YamlDocument.read(placeholders.apply(text)));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            return wrong(new SourceProblem(file, line, "", "is no YAML: " + e.getProblem()));
        } catch (YamlEngineException | IllegalArgumentException e) {
            return wrong(new SourceProblem(file, 1, "", "is no YAML: " + e.getMessage()));
        }
    }

    private Reading check(YamlDocument yaml) {
        List<SourceProblem> problems = Stream.concat(
                        SCHEMA.validate(yaml.content()).stream().map(error -> problem(error, yaml)), nameProblem(yaml))
                .distinct()
                .toList();
        return problems.isEmpty() ? build(yaml) : new Reading(file, Optional.empty(), problems);
    }

    private Reading build(YamlDocument yaml) {
        SourceYaml reading = new SourceYaml(yaml.content());
        Source source = reading.source();
        List<SourceProblem> problems = Stream.of(
                        reading.wrong().stream(),
                        vocabularies().unknown(yaml.content().path("defaults")).stream(),
                        Expressions.wrongIn(yaml.content().path("connector")))
                .flatMap(wrong -> wrong)
                .map(wrong -> new SourceProblem(
                        file, yaml.line(wrong.pointer()), key(wrong.pointer()), String.valueOf(wrong.getMessage())))
                .toList();
        return new Reading(file, Optional.of(source).filter(whole -> problems.isEmpty()), problems);
    }

    /** They stand beside the folder of sources. */
    private VocabularyIds vocabularies() {
        return new VocabularyIds(
                file.toAbsolutePath().resolve("../../vocabularies").normalize());
    }

    private Reading wrong(SourceProblem problem) {
        return new Reading(file, Optional.empty(), List.of(problem));
    }

    private SourceProblem problem(Error error, YamlDocument yaml) {
        String pointer = error.getInstanceLocation().toString();
        String property = error.getProperty();
        String at = property == null ? pointer : pointer + "/" + property;
        JsonNode value = yaml.content().at(pointer);
        String shown = value.isValueNode() ? "is '" + value.asString() + "' and " : "";
        return new SourceProblem(file, yaml.line(at), key(at), shown + allowed(error));
    }

    private static String allowed(Error error) {
        return switch (error.getKeyword()) {
            case "additionalProperties", "unevaluatedProperties" -> "is no key here; there are " + keys(error);
            case "propertyNames" -> "is no key here; there are " + values(error);
            case "required" -> "is missing";
            case "pattern" ->
                "must fit this: "
                        + described(beside(error))
                                .orElseGet(() -> RULES.at(rule(error)).asString());
            case "not" -> described(rule(error)).orElseGet(error::getMessage);
            default -> error.getMessage().replaceFirst("^\\S*: ", "");
        };
    }

    /** The schema cannot see the file's name. */
    private Stream<SourceProblem> nameProblem(YamlDocument yaml) {
        String id = yaml.content().path("id").asString("");
        String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
        return id.isEmpty() || id.equals(name)
                ? Stream.empty()
                : Stream.of(new SourceProblem(
                        file, yaml.line("/id"), "id", "is '" + id + "' and must be '" + name + "', the file's name"));
    }

    private static String key(String pointer) {
        return pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.');
    }

    /** The keys that stand beside the rule that was broken. */
    private static String keys(Error error) {
        return String.join(", ", RULES.at(beside(error) + "/properties").propertyNames());
    }

    /** What the schema says to people of a rule. */
    private static Optional<String> described(String rule) {
        return Optional.of(RULES.at(rule + "/description"))
                .filter(JsonNode::isString)
                .map(JsonNode::asString);
    }

    /** Where the rule stands that was broken. */
    private static String rule(Error error) {
        return error.getSchemaLocation().getFragment().toString();
    }

    private static String beside(Error error) {
        String rule = rule(error);
        return rule.substring(0, rule.lastIndexOf('/'));
    }

    private static String values(Error error) {
        return RULES.at(rule(error) + "/enum").values().stream()
                .map(JsonNode::asString)
                .collect(Collectors.joining(", "));
    }

    private static JsonNode rules() {
        try (InputStream json = SourceFile.class.getResourceAsStream("/be/vakoogst/source/source.schema.json")) {
            return JsonMapper.shared().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("The schema of sources is part of this program", e);
        }
    }
}
