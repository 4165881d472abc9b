package be.vakoogst.cli;

import be.vakoogst.embedded.EmbeddedEngine;
import be.vakoogst.embedded.EmbeddedParts;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.ResourceJson;
import be.vakoogst.resource.SourceId;
import be.vakoogst.search.Evaluation;
import be.vakoogst.trade.Classifiable;
import be.vakoogst.trade.Classifier;
import be.vakoogst.trade.Vocabulary;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code evaluate search QUERIES [RECORDS]}: how well queries find what was judged relevant, beside the engine's own analyser. In the engine that
 * {@code VAKOOGST_SEARCH_URL} names, else in an embedded one that is started for it.
 */
@Command(
        name = "search",
        description = "Print nDCG@10, recall@50 and the share of queries that find nothing.",
        mixinStandardHelpOptions = true)
class EvaluateSearchCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final SourceId SOURCE = new SourceId("evaluation");

    private final Surroundings around;

    @Parameters(
            index = "0",
            paramLabel = "QUERIES.jsonl",
            description = "query, relevant: {id of a record: grade from 1}")
    private Path queries = Path.of("");

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "RECORDS.jsonl",
            description =
                    "id, title, description, keywords. Default: the file beside it with labelled instead of queries in its name.")
    private Optional<Path> records = Optional.empty();

    @Option(names = "--queries", description = "List each query with its nDCG@10, ours and the baseline's.")
    private boolean each;

    EvaluateSearchCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws IOException {
        Vocabulary vocabulary = Vocabulary.load(around.vocabularies());
        Classifier classifier = Classifier.of(vocabulary);
        Path file = records.orElseGet(
                () -> queries.resolveSibling(queries.getFileName().toString().replace("queries", "labelled")));
        List<LearningResource> resources = new ArrayList<>();
        for (JsonNode record : lines(file)) {
            resources.add(resource(record, classifier));
        }
        List<Evaluation.Judged> judged =
                lines(queries).stream().map(EvaluateSearchCommand::judged).toList();
        Evaluation evaluation = new Evaluation(around.vocabularies(), vocabulary, classifier, InstantSource.system());
        Evaluation.Outcome outcome = run(evaluation, resources, judged);
        if (each) {
            outcome.queries().forEach(around.out()::println);
        }
        around.out().print(outcome.table());
        around.out().flush();
        return 0;
    }

    private Evaluation.Outcome run(
            Evaluation evaluation, List<LearningResource> resources, List<Evaluation.Judged> judged)
            throws IOException {
        Optional<String> given = around.variable("VAKOOGST_SEARCH_URL");
        if (given.isPresent()) {
            return evaluation.run(URI.create(given.get()), resources, judged);
        }
        Path folder = Files.createTempDirectory("vakoogst-evaluation").toRealPath();
        try (EmbeddedEngine engine =
                EmbeddedEngine.start(EmbeddedParts.engineProgram(around.environment(), folder), folder)) {
            engine.awaitReady(PATIENCE);
            return evaluation.run(engine.url(), resources, judged);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            try {
                if (!line.isBlank()) {
                    lines.add(ResourceJson.mapper().readTree(line));
                }
            } catch (JacksonException e) {
                throw new WrongUse(file + ":" + number + ": " + e.getOriginalMessage());
            }
        }
        return lines;
    }

    private static Evaluation.Judged judged(JsonNode query) {
        Map<String, Integer> relevant = new HashMap<>();
        query.path("relevant")
                .properties()
                .forEach(grade -> relevant.put(
                        id(grade.getKey()).value(), grade.getValue().asInt(0)));
        return new Evaluation.Judged(
                query.path("id").asString(""), query.path("query").asString(""), relevant);
    }

    private static ResourceId id(String record) {
        return ResourceId.of(SOURCE, record);
    }

    /** A record as a harvest would have it, filed by our own judgement. */
    private static LearningResource resource(JsonNode record, Classifier classifier) {
        ResourceId id = id(record.path("id").asString(""));
        String title = record.path("title").asString("");
        String description = record.path("description").asString("");
        ObjectNode json = ResourceJson.mapper().createObjectNode();
        json.put("id", id.value())
                .put("url", "https://evaluation.invalid/" + id)
                .put("title", title.isBlank() ? id.value() : title);
        json.put("harvestedFrom", "https://evaluation.invalid/").put("basis", "listing");
        if (!description.isBlank()) {
            json.put("description", description);
        }
        json.putObject("source")
                .put("id", SOURCE.value())
                .put("name", "Evaluation")
                .put("kind", "repository");
        json.putObject("licence").put("assertion", "unknown");
        ArrayNode keywords = json.putArray("keywords");
        record.path("keywords").forEach(keywords::add);
        List<String> words = keywords.values().stream().map(JsonNode::asString).toList();
        return ResourceJson.mapper()
                .treeToValue(json, LearningResource.class)
                .withTrades(classifier.classify(new Classifiable(title, description, words, "")));
    }
}
