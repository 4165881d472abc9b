package be.vakoogst.index;

import be.vakoogst.resource.Agent;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceJson;
import be.vakoogst.resource.SourceReference;
import be.vakoogst.resource.TradeAssertion;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A resource as the index holds it: texts under the language they are analysed in, facets as plain terms, and what a hit shows. */
final class SearchDocument {

    private static final List<String> ANALYSED = List.of("nl", "fr", "en");
    private static final int MOST_TEXT = 50_000;
    private static final List<String> NOT_SHOWN = List.of("fullText", "provenance");

    private SearchDocument() {}

    static ObjectNode of(LearningResource resource) {
        ObjectNode document = ResourceJson.mapper().createObjectNode();
        document.put("id", resource.id().value());
        document.put("sortTitle", resource.title());
        resource.dates().datePublished().ifPresent(date -> document.put("date", date.toString()));
        facets(resource, document);
        texts(resource, document);
        ObjectNode shown = ResourceJson.mapper().valueToTree(resource);
        shown.remove(NOT_SHOWN);
        document.set("shown", shown);
        return document;
    }

    private static void facets(LearningResource resource, ObjectNode document) {
        SourceReference source = resource.origin().source();
        terms(
                document,
                "trade",
                resource.subject().trades().stream().map(TradeAssertion::id).toList());
        terms(document, "type", resource.education().resourceTypes());
        terms(document, "audience", resource.education().audiences());
        terms(document, "level", resource.education().educationalLevels());
        terms(
                document,
                "language",
                resource.languages().stream().map(tag -> tag.language()).toList());
        terms(document, "licence", resource.licence().id().stream().toList());
        terms(document, "source", List.of(source.id().value()));
    }

    private static void terms(ObjectNode document, String field, List<String> values) {
        ArrayNode array = document.putArray(field);
        values.forEach(array::add);
    }

    private static void texts(LearningResource resource, ObjectNode document) {
        String language = resource.languages().stream()
                .map(tag -> tag.language())
                .filter(ANALYSED::contains)
                .findFirst()
                .orElse("nl");
        document.putObject("title").put(language, resource.title());
        resource.description()
                .ifPresent(text -> document.putObject("description").put(language, text));
        String words = String.join(" · ", resource.subject().keywords());
        String makers =
                String.join(" · ", resource.creators().stream().map(Agent::name).toList());
        document.putObject("keywords").put(language, words + " · " + makers);
        resource.content()
                .fullText()
                .map(text -> text.substring(0, Math.min(MOST_TEXT, text.length())))
                .ifPresent(text -> document.putObject("fullText").put(language, text));
    }
}
