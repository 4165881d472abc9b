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
import java.io.StringWriter;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;

/**
 * A resource as the index holds it: the stems of its words, as {@link Language} reads them, beside the words as they stand; facets as plain terms;
 * and what a hit shows.
 */
class SearchDocument {

    /** The languages that the engine analyses, beside our own reading of every text. */
    private static final Set<String> ANALYSED = Set.of("fr", "en", "de");

    private static final int MOST_TEXT = 50_000;
    private static final int MOST_WORDS = 8_000;

    /** Without what only the catalogue and the search itself need. */
    private static final ObjectWriter SHOWN = ResourceJson.mapper()
            .rebuild()
            .withConfigOverride(LearningResource.class, resource -> resource.setIgnorals(ignored("provenance")))
            .withConfigOverride(LearningResource.Content.class, content -> content.setIgnorals(ignored("fullText")))
            .build()
            .writerFor(LearningResource.class)
            .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

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

    /**
     * Writes one as an object.
     *
     * @param withheld whether others may not have it
     */
    void write(LearningResource resource, boolean withheld, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("id", resource.id().value());
        out.writeBooleanProperty("folded", isFolded(resource));
        out.writeBooleanProperty("withheld", withheld);
        out.writeStringProperty("sortTitle", resource.title());
        out.writeNumberProperty("quality", quality(resource));
        resource.dates().datePublished().ifPresent(date -> {
            out.writeStringProperty("date", date.toString());
            out.writeStringProperty("year", String.valueOf(date.getYear()));
        });
        facets(resource, out);
        texts(resource, out);
        out.writeName("shown");
        SHOWN.writeValue(out, resource);
        out.writeEndObject();
    }

    /** The same, to look at. */
    JsonNode of(LearningResource resource, boolean withheld) {
        StringWriter json = new StringWriter();
        try (JsonGenerator out = ResourceJson.mapper().createGenerator(json)) {
            write(resource, withheld, out);
        }
        return ResourceJson.mapper().readTree(json.toString());
    }

    private static JsonIgnoreProperties.Value ignored(String property) {
        return JsonIgnoreProperties.Value.forIgnoredProperties(property);
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

    private void facets(LearningResource resource, JsonGenerator out) {
        List<String> trades =
                resource.subject().trades().stream().map(TradeAssertion::id).toList();
        terms(out, "trade", trades);
        terms(out, "mainTrade", trades.stream().limit(1).toList());
        terms(out, "study", studies(trades));
        terms(out, "type", resource.education().resourceTypes());
        terms(out, "audience", resource.education().audiences());
        terms(out, "level", resource.education().educationalLevels());
        terms(out, "finality", resource.education().finalities());
        terms(
                out,
                "readingLevel",
                resource.education().readingLevel().map(ReadingLevel::level).stream()
                        .map(ReadingLevel.Ease::code)
                        .toList());
        terms(
                out,
                "language",
                resource.languages().stream().map(tag -> tag.language()).toList());
        terms(out, "licence", resource.licence().id().stream().toList());
        terms(out, "reuse", List.of(reuse.of(resource.licence())));
        terms(
                out,
                "duration",
                resource.content().duration().map(SearchDocument::band).stream().toList());
        terms(out, "source", List.of(resource.origin().source().id().value()));
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

    private static void terms(JsonGenerator out, String field, Collection<String> values) {
        out.writeArrayPropertyStart(field);
        values.forEach(out::writeString);
        out.writeEndArray();
    }

    private void texts(LearningResource resource, JsonGenerator out) {
        String title = resource.title();
        String description = resource.description().orElse("");
        String keywords = String.join(" · ", resource.subject().keywords());
        String makers = resource.creators().stream().map(Agent::name).collect(Collectors.joining(" · "));
        String text = resource.content().fullText().orElse("");
        String beginning = text.substring(0, Math.min(MOST_TEXT, text.length()));
        String body = String.join(" · ", keywords, makers, description, beginning);

        Set<String> looser = new LinkedHashSet<>();
        out.writeStringProperty("title", stems(title, looser));
        out.writeStringProperty("titleParts", String.join(" ", looser));
        looser.clear();
        out.writeStringProperty("keywords", stems(keywords + " · " + makers, looser));
        out.writeStringProperty("description", stems(description, looser));
        out.writeStringProperty("text", stems(beginning, looser));
        out.writeStringProperty("parts", String.join(" ", looser));

        object(out, "plain", Map.of("title", title, "body", body));
        resource.languages().stream()
                .map(tag -> tag.language())
                .filter(ANALYSED::contains)
                .findFirst()
                .ifPresent(foreign -> {
                    object(out, "titleIn", Map.of(foreign, title));
                    object(out, "bodyIn", Map.of(foreign, body));
                });
    }

    private static void object(JsonGenerator out, String field, Map<String, String> texts) {
        out.writeObjectPropertyStart(field);
        texts.forEach(out::writeStringProperty);
        out.writeEndObject();
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
