package be.vakoogst.index;

import be.vakoogst.language.Language;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.trade.Vocabulary;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An index of its own for trying things out, deleted at the end: records as ours, or plain as they come with an analyser of the engine.
 * Needs no catalogue.
 */
public final class TrialIndex implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int TOGETHER = 500;

    private final SearchEngine engine;
    private final int size;

    private TrialIndex(SearchEngine engine, int size) {
        this.engine = engine;
        this.size = size;
    }

    /**
     * As the application indexes.
     *
     * @param vocabularies the operator's folder
     */
    public static TrialIndex ours(
            URI url, List<LearningResource> resources, Language language, Vocabulary vocabulary, Path vocabularies) {
        SearchDocument documents = new SearchDocument(language, vocabulary, Reuse.load(vocabularies));
        TrialIndex index = create(url, IndexDefinition.read(language).body(List.of()), resources.size());
        index.fill(resources.stream()
                .map(resource -> documents.of(resource, false))
                .toList());
        return index;
    }

    /** Title, description and keywords as they are, in fields of these names, by an analyser that the engine brings. */
    public static TrialIndex plain(URI url, List<LearningResource> resources, String analyser) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        ObjectNode properties = body.putObject("mappings").putObject("properties");
        properties.putObject("id").put("type", "keyword");
        List.of("title", "description", "keywords")
                .forEach(
                        field -> properties.putObject(field).put("type", "text").put("analyzer", analyser));
        TrialIndex index = create(url, body, resources.size());
        index.fill(resources.stream().map(TrialIndex::plain).toList());
        return index;
    }

    private static ObjectNode plain(LearningResource resource) {
        ObjectNode document = JsonMapper.shared().createObjectNode();
        document.put("id", resource.id().value()).put("title", resource.title());
        resource.description().ifPresent(text -> document.put("description", text));
        document.put("keywords", String.join(" · ", resource.subject().keywords()));
        return document;
    }

    private static TrialIndex create(URI url, JsonNode body, int size) {
        String name = "trial-" + UUID.randomUUID();
        SearchEngine engine = new SearchEngine(new IndexSettings(url, null, null, null, name, PATIENCE));
        engine.json("PUT", "/" + name, Optional.of(body));
        return new TrialIndex(engine, size);
    }

    private void fill(List<? extends JsonNode> documents) {
        for (int start = 0; start < documents.size(); start += TOGETHER) {
            List<? extends JsonNode> some = documents.subList(start, Math.min(documents.size(), start + TOGETHER));
            engine.ask(client -> client.bulk(bulk -> {
                some.forEach(document ->
                        bulk.operations(operation -> operation.index(index -> index.index(engine.alias())
                                .id(document.path("id").asString())
                                .document(document))));
                return bulk;
            }));
        }
        engine.json("POST", "/" + engine.alias() + "/_refresh", Optional.empty());
    }

    /** To search in it: its alias is the index itself. */
    public SearchEngine engine() {
        return engine;
    }

    public int size() {
        return size;
    }

    @Override
    public void close() throws java.io.IOException {
        try {
            engine.json("DELETE", "/" + engine.alias(), Optional.empty());
        } finally {
            engine.close();
        }
    }
}
