package be.vakoogst.search;

import be.vakoogst.index.TrialIndex;
import be.vakoogst.language.Language;
import be.vakoogst.language.Synonyms;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.trade.Classifier;
import be.vakoogst.trade.TradeNames;
import be.vakoogst.trade.Vocabulary;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.support.StaticMessageSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How well queries find what people judged relevant, beside what the engine's own {@code dutch} analyser finds among the same records in the same run.
 * Without what editors and users added: their rules and clicks are not there.
 */
public final class Evaluation {

    private static final int LOOKED_AT = 50;

    private final Path vocabularies;
    private final Vocabulary vocabulary;
    private final Classifier classifier;
    private final Language language;
    private final InstantSource clock;

    public Evaluation(Path vocabularies, Vocabulary vocabulary, Classifier classifier, InstantSource clock) {
        this.vocabularies = vocabularies;
        this.vocabulary = vocabulary;
        this.classifier = classifier;
        this.language = Language.load(vocabularies, vocabulary);
        this.clock = clock;
    }

    /** @param relevant grades from 1 by the id of a resource */
    public record Judged(String id, String words, Map<String, Integer> relevant) {}

    /** A line of each query, then the table. */
    public record Outcome(String table, List<String> queries) {}

    /** @param url of an engine; the indices that are made there are deleted again */
    public Outcome run(URI url, List<LearningResource> resources, List<Judged> queries) throws IOException {
        Figures ours = new Figures();
        Figures plain = new Figures();
        List<String> lines = new ArrayList<>();
        try (TrialIndex index = TrialIndex.ours(url, resources, language, vocabulary, vocabularies);
                TrialIndex baseline = TrialIndex.plain(url, resources, "dutch")) {
            Search search = search(index);
            for (Judged query : queries) {
                double found = ours.add(found(search, query.words()), query.relevant());
                double before = plain.add(plainly(baseline, query.words()), query.relevant());
                lines.add(String.format(Locale.ROOT, "%.3f %.3f %s %s", found, before, query.id(), query.words()));
            }
        }
        String table = "%d queries, %d records%n%s%s%s"
                .formatted(
                        queries.size(),
                        resources.size(),
                        Figures.HEAD,
                        ours.line("vakoogst"),
                        plain.line("dutch analyser"));
        return new Outcome(table, lines);
    }

    private Search search(TrialIndex index) {
        Synonyms synonyms = new Synonyms(vocabularies.resolve("synonyms.txt"), language, clock);
        return new Search(
                index.engine(),
                new Understanding(language, synonyms, TradeNames.of(vocabulary), classifier),
                words -> Rules.Rule.NONE,
                words -> Map.of(),
                new Answering(
                        language, new Labels(vocabularies, vocabulary, source -> source, new StaticMessageSource())));
    }

    private static List<String> found(Search search, String words) {
        SearchQuery query = SearchQuery.of(Map.of(
                "q", new String[] {words}, "size", new String[] {String.valueOf(LOOKED_AT)}, "facets", new String[] {
                    "none"
                }));
        return search.search(query, "nl").hits().stream()
                .map(hit -> hit.resource().id())
                .toList();
    }

    private static List<String> plainly(TrialIndex index, String words) {
        ObjectNode body = JsonMapper.shared().createObjectNode().put("size", LOOKED_AT);
        ObjectNode match = body.putObject("query").putObject("multi_match").put("query", words);
        List.of("title", "description", "keywords").forEach(match.putArray("fields")::add);
        JsonNode answer = index.engine().json("POST", "/" + index.engine().alias() + "/_search", Optional.of(body));
        return answer.at("/hits/hits").values().stream()
                .map(hit -> hit.path("_id").asString())
                .toList();
    }
}
