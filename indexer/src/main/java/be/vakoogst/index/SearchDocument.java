package be.vakoogst.index;

import be.vakoogst.language.Language;
import be.vakoogst.language.Reading;
import be.vakoogst.resource.Agent;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ReadingLevel;
import be.vakoogst.resource.ResourceJson;
import be.vakoogst.resource.TradeAssertion;
import be.vakoogst.trade.Trade;
import be.vakoogst.trade.Vocabulary;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * A resource as the index holds it: the stems of its words, as {@link Language} reads them, beside the words as they stand; facets as plain terms;
 * and what a hit shows.
 */
class SearchDocument {

    /** The languages that the engine analyses, beside our own reading of every text. */
    private static final Set<String> ANALYSED = Set.of("fr", "en", "de");

    private static final int MOST_TEXT = 50_000;
    private static final int MOST_WORDS = 8_000;
    private static final JsonMapper SHOWN = ResourceJson.mapper()
            .rebuild()
            .withConfigOverride(
                    LearningResource.class,
                    resource -> resource.setIgnorals(JsonIgnoreProperties.Value.forIgnoredProperties("provenance")))
            .build();
    private static final Duration SHORT = Duration.ofMinutes(5);
    private static final Duration MIDDLING = Duration.ofMinutes(20);
    private static final Duration LONG = Duration.ofHours(1);

    private final Language language;
    private final Vocabulary vocabulary;
    private final Reuse reuse;

    SearchDocument(Language language, Vocabulary vocabulary, Reuse reuse) {
        this.language = language;
        this.vocabulary = vocabulary;
        this.reuse = reuse;
    }

    ObjectNode of(LearningResource resource) {
        ObjectNode document = ResourceJson.mapper().createObjectNode();
        document.put("id", resource.id().value());
        document.put("folded", isFolded(resource));
        document.put("sortTitle", resource.title());
        document.put("quality", quality(resource));
        resource.dates().datePublished().ifPresent(date -> {
            document.put("date", date.toString());
            document.put("year", String.valueOf(date.getYear()));
        });
        facets(resource, document);
        texts(resource, document);
        document.putRawValue("shown", new RawValue(SHOWN.writeValueAsString(resource.withoutText())));
        return document;
    }

    /** Another record of the same work is the one that is shown. */
    private static boolean isFolded(LearningResource resource) {
        return !resource.offers().isEmpty()
                && !resource.offers().getFirst().id().equals(resource.id());
    }

    /** How much of what a reader wants to know of a resource is known, from 0 to 1. */
    private static double quality(LearningResource resource) {
        List<Boolean> known = List.of(
                resource.description().filter(text -> text.length() > 80).isPresent(),
                resource.content().image().isPresent(),
                resource.dates().datePublished().isPresent(),
                resource.licence().id().isPresent(),
                resource.origin().basis() == LearningResource.Basis.PAGE,
                !resource.education().resourceTypes().isEmpty(),
                !resource.creators().isEmpty() || resource.publisher().isPresent(),
                !resource.subject().trades().isEmpty());
        return (double) known.stream().filter(Boolean::booleanValue).count() / known.size();
    }

    private void facets(LearningResource resource, ObjectNode document) {
        List<String> trades =
                resource.subject().trades().stream().map(TradeAssertion::id).toList();
        terms(document, "trade", trades);
        terms(document, "mainTrade", trades.stream().limit(1).toList());
        terms(document, "study", studies(trades));
        terms(document, "type", resource.education().resourceTypes());
        terms(document, "audience", resource.education().audiences());
        terms(document, "level", resource.education().educationalLevels());
        terms(document, "finality", resource.education().finalities());
        terms(
                document,
                "readingLevel",
                resource.education().readingLevel().map(ReadingLevel::level).stream()
                        .map(ReadingLevel.Ease::code)
                        .toList());
        terms(
                document,
                "language",
                resource.languages().stream().map(tag -> tag.language()).toList());
        terms(document, "licence", resource.licence().id().stream().toList());
        terms(document, "reuse", List.of(reuse.of(resource.licence())));
        terms(
                document,
                "duration",
                resource.content().duration().map(SearchDocument::band).stream().toList());
        terms(document, "source", List.of(resource.origin().source().id().value()));
    }

    /** The studierichtingen in which the trades are taught. */
    private Set<String> studies(List<String> trades) {
        return trades.stream()
                .map(vocabulary::trade)
                .flatMap(Optional::stream)
                .map(Trade::facts)
                .flatMap(facts -> facts.studyProgrammes().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String band(Duration duration) {
        if (duration.compareTo(SHORT) <= 0) {
            return "to-5-minutes";
        }
        if (duration.compareTo(MIDDLING) <= 0) {
            return "to-20-minutes";
        }
        return duration.compareTo(LONG) <= 0 ? "to-1-hour" : "longer";
    }

    private static void terms(ObjectNode document, String field, Collection<String> values) {
        ArrayNode array = document.putArray(field);
        values.forEach(array::add);
    }

    private void texts(LearningResource resource, ObjectNode document) {
        String title = resource.title();
        String description = resource.description().orElse("");
        String keywords = String.join(" · ", resource.subject().keywords());
        String makers = resource.creators().stream().map(Agent::name).collect(Collectors.joining(" · "));
        String text = resource.content().fullText().orElse("");
        String beginning = text.substring(0, Math.min(MOST_TEXT, text.length()));

        Set<String> looser = new LinkedHashSet<>();
        document.put("title", stems(title, looser));
        document.put("titleParts", String.join(" ", looser));
        looser.clear();
        document.put("keywords", stems(keywords + " · " + makers, looser));
        document.put("description", stems(description, looser));
        document.put("text", stems(beginning, looser));
        document.put("parts", String.join(" ", looser));

        ObjectNode plain = document.putObject("plain");
        plain.put("title", title);
        plain.put("body", String.join(" · ", keywords, makers, description, beginning));
        resource.languages().stream()
                .map(tag -> tag.language())
                .filter(ANALYSED::contains)
                .findFirst()
                .ifPresent(foreign -> {
                    document.putObject("titleIn").put(foreign, title);
                    document.putObject("bodyIn").put(foreign, plain.path("body").asString());
                });
    }

    /** @param looser takes what the words may also be found by */
    private String stems(String text, Set<String> looser) {
        List<Reading> words = language.read(text, MOST_WORDS);
        StringBuilder stems = new StringBuilder();
        for (Reading word : words) {
            stems.append(word.stem()).append(' ');
            looser.addAll(word.parts());
            looser.addAll(word.looser());
        }
        return stems.toString();
    }
}
