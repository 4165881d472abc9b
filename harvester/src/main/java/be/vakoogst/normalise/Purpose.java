package be.vakoogst.normalise;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.Statement;
import be.vakoogst.resource.LearningResource.Education;
import be.vakoogst.resource.Media;
import be.vakoogst.resource.ReadingLevel;
import be.vakoogst.source.Defaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * For whom and for what an item is. What is stated as audience or level is read as both, as publishers mix them; where nothing is stated, the
 * words of title, description and keywords decide, and the provenance says which; last come the source's defaults. For one item and one thread.
 */
final class Purpose {

    private static final int MOST_TYPES_BY_WORDS = 2;

    /** The type in {@code resource-types.yml} of what is walked through with glasses on, or turned in one's hand. */
    private static final String IMMERSIVE = "xr";

    private final Vocabularies vocabularies;
    private final Claims claims;
    private final Defaults defaults;

    Purpose(Vocabularies vocabularies, Claims claims, Defaults defaults) {
        this.vocabularies = vocabularies;
        this.claims = claims;
        this.defaults = defaults;
    }

    /** @param words title, description and keywords */
    Education education(String words, List<Media> media, Optional<ReadingLevel> readingLevel) {
        RunningText text = RunningText.of(words);
        List<String> levels = levels(text);
        return new Education(
                resourceTypes(text, media), audiences(text), levels, finalities(text, levels), readingLevel);
    }

    private List<String> resourceTypes(RunningText words, List<Media> media) {
        List<String> stated = claims.every(
                Field.TYPE,
                "resourceTypes",
                value -> PlainText.line(value).flatMap(vocabularies.resourceTypes()::named).stream()
                        .toList());
        if (claims.about(Field.TYPE).stream().anyMatch(this::saysImmersive)) {
            return Stream.concat(Stream.of(IMMERSIVE), stated.stream())
                    .distinct()
                    .toList();
        }
        if (!stated.isEmpty()) {
            return stated;
        }
        if (media.stream().anyMatch(Purpose::isVideo)) {
            claims.note("resourceTypes", "rule", "media");
            return List.of("video");
        }
        return bySignals(vocabularies.resourceTypes(), "resourceTypes", words).stream()
                .limit(MOST_TYPES_BY_WORDS)
                .toList();
    }

    /** Whoever says so, and in whatever words: a page that calls itself an article may well hold a WebXR scene. */
    private boolean saysImmersive(Statement statement) {
        return PlainText.line(statement.value()).filter(text -> !text.contains("/")).stream()
                .anyMatch(text -> vocabularies.resourceTypes().meant(text).contains(IMMERSIVE));
    }

    private static boolean isVideo(Media file) {
        return file.role() == Media.Role.EMBED
                || file.mediaType().filter(type -> type.startsWith("video/")).isPresent();
    }

    private List<String> audiences(RunningText words) {
        List<String> found = found(vocabularies.audiences(), "audiences", words);
        if (found.isEmpty() && !defaults.audience().isEmpty()) {
            claims.note("audiences", "default", "defaults.audience");
        }
        return found.isEmpty() ? defaults.audience() : vocabularies.audiences().withBroader(found);
    }

    /** A level that no vocabulary knows is kept in the publisher's words. */
    private List<String> levels(RunningText words) {
        List<String> found = found(vocabularies.levels(), "educationalLevels", words);
        List<String> levels = new ArrayList<>(vocabularies.levels().withBroader(found));
        claims
                .every(
                        Field.LEVEL,
                        "educationalLevels",
                        value -> PlainText.line(value).stream().toList())
                .stream()
                .filter(text -> !text.contains("://"))
                .filter(text -> vocabularies.levels().meant(text).isEmpty()
                        && vocabularies.finalities().meant(text).isEmpty()
                        && vocabularies.audiences().meant(text).isEmpty())
                .forEach(levels::add);
        return levels;
    }

    private List<String> finalities(RunningText words, List<String> levels) {
        List<String> found = found(vocabularies.finalities(), "finalities", words);
        List<String> implied = vocabularies.levels().finalities(levels);
        if (found.isEmpty() && !implied.isEmpty()) {
            claims.note("finalities", "rule", "educationalLevels");
        }
        return found.isEmpty() ? implied : found;
    }

    private List<String> found(Terms terms, String name, RunningText words) {
        List<String> stated = Stream.of(Field.AUDIENCE, Field.LEVEL)
                .flatMap(field ->
                        claims
                                .every(
                                        field,
                                        name,
                                        value -> PlainText.line(value)
                                                .map(terms::meant)
                                                .orElse(List.of()))
                                .stream())
                .distinct()
                .toList();
        return stated.isEmpty() ? bySignals(terms, name, words) : stated;
    }

    private List<String> bySignals(Terms terms, String name, RunningText words) {
        List<Terms.Signalled> signalled = terms.signalledIn(words);
        if (!signalled.isEmpty()) {
            claims.note(
                    name,
                    "words",
                    signalled.stream().map(Terms.Signalled::words).distinct().collect(Collectors.joining(", ")));
        }
        return signalled.stream().map(Terms.Signalled::id).toList();
    }
}
