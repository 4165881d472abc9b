package be.vakoogst.normalise;

import be.vakoogst.connector.Item;
import be.vakoogst.extract.Field;
import be.vakoogst.extract.Value;
import be.vakoogst.resource.Agent;
import be.vakoogst.resource.LanguageTag;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.LearningResource.Content;
import be.vakoogst.resource.LearningResource.Dates;
import be.vakoogst.resource.LearningResource.Education;
import be.vakoogst.resource.LearningResource.Origin;
import be.vakoogst.resource.LearningResource.Subject;
import be.vakoogst.resource.Licence;
import be.vakoogst.resource.Media;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.source.Source;
import be.vakoogst.trade.Classifier;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The recording of one item: field by field, top to bottom. For one item and one thread. */
final class Recording {

    private static final int LONGEST_DESCRIPTION = 2000;
    private static final int LONGEST_TEXT = 100_000;
    private static final int MOST_KEYWORDS = 30;
    private static final int LONGEST_KEYWORD = 80;
    private final Vocabularies vocabularies;
    private final Languages languages;
    private final Classifier classifier;
    private final Item item;
    private final Source source;
    private final Claims claims;

    Recording(
            Vocabularies vocabularies,
            Languages languages,
            Classifier classifier,
            Item item,
            Source source,
            Claims claims) {
        this.vocabularies = vocabularies;
        this.languages = languages;
        this.classifier = classifier;
        this.item = item;
        this.source = source;
        this.claims = claims;
    }

    /** Empty when nothing gives a title. */
    Optional<LearningResource> record(boolean pageRead) {
        return title().map(title -> record(title, pageRead)).map(classifier::file);
    }

    private LearningResource record(String title, boolean pageRead) {
        Optional<String> description = description(title);
        Optional<String> text = text();
        String words = title + "\n" + description.orElse("");
        List<Media> media = media();
        return new LearningResource(
                ResourceId.of(source.id(), item.key().value()),
                url(),
                title,
                description,
                languages(words + "\n" + text.orElse("")),
                claims.every(
                        Field.CREATOR,
                        "creators",
                        value -> Agents.read(value).stream().toList()),
                publisher(),
                new Origin(
                        source.reference(),
                        source.connector().url(),
                        pageRead ? LearningResource.Basis.PAGE : LearningResource.Basis.LISTING),
                Dates.stated(
                        claims.first(Field.PUBLISHED, "datePublished", line(DateText::parse)),
                        claims.first(Field.MODIFIED, "dateModified", line(DateText::parse))),
                education(words, media),
                licence(),
                new Content(claims.first(Field.IMAGE, "image", Files::image), duration(), media, marks(), text),
                subject(),
                List.of(),
                claims.provenance());
    }

    private Education education(String words, List<Media> media) {
        return new Education(
                resourceTypes(words, media),
                audiences(words),
                claims.every(
                        Field.LEVEL,
                        "educationalLevels",
                        value -> PlainText.line(value).stream().toList()),
                List.of(),
                Optional.empty());
    }

    private List<Media> media() {
        List<Media> files = claims.every(
                Field.MEDIA, "media", value -> Files.content(value).stream().toList());
        List<Media> parts = claims.every(
                Field.PART, "media", value -> Files.part(value).stream().toList());
        return Stream.concat(files.stream(), parts.stream()).toList();
    }

    private List<LearningResource.Mark> marks() {
        return claims.every(
                Field.MARK,
                "marks",
                value -> PlainText.line(value)
                        .flatMap(code -> Arrays.stream(LearningResource.Mark.values())
                                .filter(mark -> mark.code().equals(code))
                                .findFirst())
                        .stream()
                        .toList());
    }

    private Optional<String> text() {
        if (Robots.reserveText(claims)) {
            claims.note("fullText", "reserved", "tdm-reservation");
            return Optional.empty();
        }
        return claims.first(Field.TEXT, "fullText", PlainText::lines).map(full -> PlainText.atMost(LONGEST_TEXT, full));
    }

    private static <T> Function<Value, Optional<T>> line(Function<String, Optional<T>> rule) {
        return value -> PlainText.line(value).flatMap(rule);
    }

    private Optional<String> title() {
        List<String> sites = Stream.concat(
                        claims.about(Field.SITE_NAME).flatMap(site -> PlainText.line(site.value()).stream()),
                        Stream.of(source.name()))
                .distinct()
                .toList();
        return claims.first(Field.TITLE, "title", line(text -> Titles.clean(text, sites)));
    }

    /** A description that only repeats the title says nothing. */
    private Optional<String> description(String title) {
        return claims.first(
                        Field.DESCRIPTION,
                        "description",
                        line(text -> Optional.of(text).filter(said -> !said.equalsIgnoreCase(title))))
                .map(text -> PlainText.atMost(LONGEST_DESCRIPTION, text));
    }

    /** What the page calls its own address, if that is on the same host and more than its front page; else what the list says. */
    private URI url() {
        return claims.first(
                        Field.CANONICAL,
                        "url",
                        value -> value instanceof Value.Link(URI canonical) && sensible(canonical)
                                ? Optional.of(canonical)
                                : Optional.empty())
                .orElse(item.url());
    }

    private boolean sensible(URI canonical) {
        boolean frontPage = canonical.getPath() == null || canonical.getPath().length() <= 1;
        boolean listedFrontPage =
                item.url().getPath() == null || item.url().getPath().length() <= 1;
        return canonical.getAuthority() != null
                && canonical.getAuthority().equalsIgnoreCase(item.url().getAuthority())
                && (!frontPage || listedFrontPage);
    }

    private List<LanguageTag> languages(String text) {
        List<LanguageTag> stated = claims.every(
                Field.LANGUAGE,
                "languages",
                value -> PlainText.line(value).flatMap(LanguageTag::parse).stream()
                        .toList());
        if (!stated.isEmpty()) {
            return stated;
        }
        Optional<LanguageTag> detected = languages.detect(text);
        detected.ifPresent(tag -> claims.note("languages", "detected", "title, description and text"));
        return detected.or(() -> source.defaults().language()).stream().toList();
    }

    private Optional<Agent> publisher() {
        return claims.first(Field.PUBLISHER, "publisher", Agents::read)
                .or(() -> Optional.of(new Agent(
                        source.organisation().orElse(source.name()), Agent.Kind.ORGANIZATION, Optional.empty())));
    }

    private List<String> resourceTypes(String words, List<Media> media) {
        List<String> stated = claims.every(
                Field.TYPE,
                "resourceTypes",
                value -> PlainText.line(value).flatMap(vocabularies.resourceTypes()::named).stream()
                        .toList());
        if (!stated.isEmpty()) {
            return stated;
        }
        boolean video = media.stream()
                .anyMatch(file -> file.role() == Media.Role.EMBED
                        || file.mediaType()
                                .filter(type -> type.startsWith("video/"))
                                .isPresent());
        return video
                ? List.of("video")
                : vocabularies.resourceTypes().signalledIn(words).stream()
                        .limit(2)
                        .toList();
    }

    private List<String> audiences(String words) {
        List<String> stated = claims.every(
                Field.AUDIENCE,
                "audiences",
                value -> PlainText.line(value).flatMap(vocabularies.audiences()::named).stream()
                        .toList());
        if (!stated.isEmpty()) {
            return stated;
        }
        List<String> signalled = vocabularies.audiences().signalledIn(words);
        return signalled.isEmpty() ? source.defaults().audience() : signalled;
    }

    private Licence licence() {
        return claims.first(
                        Field.LICENCE,
                        "licence",
                        line(text -> vocabularies.licences().read(text, Licence.Assertion.STATED)))
                .or(() -> source.defaults().licence().flatMap(vocabularies.licences()::byDefault))
                .orElse(Licence.UNKNOWN);
    }

    private Optional<java.time.Duration> duration() {
        return claims.first(Field.DURATION, "duration", line(Durations::parse));
    }

    /** Keywords or categories, split, each once whatever its case. */
    private List<String> words(Field field, String name) {
        return distinct(claims
                .every(field, name, value -> PlainText.line(value).stream().toList())
                .stream()
                .flatMap(text -> Arrays.stream(text.split("[,;]")))
                .map(String::strip)
                .filter(word -> !word.isEmpty() && word.length() <= LONGEST_KEYWORD && !word.contains("://")));
    }

    private static List<String> distinct(Stream<String> words) {
        return words
                .collect(Collectors.toMap(
                        word -> word.toLowerCase(Locale.ROOT),
                        Function.identity(),
                        (first, second) -> first,
                        java.util.LinkedHashMap::new))
                .values()
                .stream()
                .limit(MOST_KEYWORDS)
                .toList();
    }

    private Subject subject() {
        List<String> keywords = words(Field.KEYWORD, "keywords");
        List<String> categories = words(Field.CATEGORY, "categories");
        return new Subject(
                distinct(Stream.concat(keywords.stream(), categories.stream())),
                categories,
                source.defaults().trades(),
                List.of());
    }
}
