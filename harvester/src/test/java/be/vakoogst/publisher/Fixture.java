package be.vakoogst.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.connector.Item;
import be.vakoogst.extract.RawRecord;
import be.vakoogst.normalise.Normalised;
import be.vakoogst.normalise.Normaliser;
import be.vakoogst.resource.ResourceJson;
import be.vakoogst.source.Source;
import be.vakoogst.trade.Classifier;
import be.vakoogst.trade.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A document in a folder of fixtures, with what is expected of it beside it: {@code NAME.xml} and {@code NAME.expected.json}.
 * Only what stands in the expectation is compared; lists are compared whole.
 */
public record Fixture(Path document, JsonNode expected) {

    private static final Path FOLDER = Path.of("src/test/resources/be/vakoogst");
    private static final Path VOCABULARIES = Path.of("../config/vocabularies");
    private static final Normaliser NORMALISER =
            Normaliser.with(VOCABULARIES, Classifier.of(Vocabulary.load(VOCABULARIES)));

    /** All of a room, by name. */
    public static Stream<Fixture> of(String room) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(room))) {
            return files
                    .filter(file -> !file.toString().endsWith(".expected.json"))
                    .sorted()
                    .map(Fixture::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Fixture read(Path document) {
        String name = document.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
        return new Fixture(
                document,
                JsonMapper.shared()
                        .readTree(
                                document.resolveSibling(name + ".expected.json").toFile()));
    }

    public byte[] body() throws IOException {
        return Files.readAllBytes(document);
    }

    /** What the record of an item says, as JSON; an object with a failure where there is none. */
    public static JsonNode record(Item item, Optional<RawRecord> page, Source source) {
        return switch (NORMALISER.normalise(item, page, source)) {
            case Normalised.Made(var resource) -> ResourceJson.mapper().valueToTree(resource);
            case Normalised.Impossible(var failure) -> ResourceJson.mapper().valueToTree(Map.of("failure", failure));
        };
    }

    public void check(JsonNode actual) {
        assertThat(difference("", expected, actual))
                .as(() -> document.getFileName() + " gives " + actual.toPrettyString())
                .isEmpty();
    }

    private static String difference(String at, JsonNode expected, JsonNode actual) {
        if (expected.isObject() && actual.isObject()) {
            return expected.propertyStream()
                    .map(one -> difference(at + "/" + one.getKey(), one.getValue(), actual.path(one.getKey())))
                    .filter(found -> !found.isEmpty())
                    .findFirst()
                    .orElse("");
        }
        if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            return Stream.iterate(0, i -> i < expected.size(), i -> i + 1)
                    .map(i -> difference(at + "/" + i, expected.get(i), actual.get(i)))
                    .filter(found -> !found.isEmpty())
                    .findFirst()
                    .orElse("");
        }
        boolean missing = expected.isNull() && (actual.isMissingNode() || actual.isNull());
        return missing || expected.equals(actual) ? "" : at + ": expected " + expected + " but is " + actual;
    }

    @Override
    public String toString() {
        return document.getFileName().toString();
    }
}
