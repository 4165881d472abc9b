package be.vakoogst.normalise;

import be.vakoogst.connector.Item;
import be.vakoogst.extract.Field;
import be.vakoogst.extract.JunkTitle;
import be.vakoogst.extract.Syntax;
import be.vakoogst.extract.Value;
import be.vakoogst.resource.Agent;
import be.vakoogst.resource.LanguageTag;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.LearningResource.Content;
import be.vakoogst.resource.LearningResource.Dates;
import be.vakoogst.resource.LearningResource.Origin;
import be.vakoogst.resource.LearningResource.Subject;
import be.vakoogst.resource.Licence;
import be.vakoogst.resource.Media;
import be.vakoogst.resource.ReadingLevel;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.source.Source;
import be.vakoogst.trade.Classifier;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The recording of one item: field by field, top to bottom. For one item and one thread. */
final class Recording {

    private static final int LONGEST_DESCRIPTION = 2000;
    private static final int LONGEST_TEXT = 100_000;
    private final Rules rules;
    private final Classifier classifier;
    private final Item item;
    private final Source source;
    private final Claims claims;

    Recording(Rules rules, Classifier classifier, Item item, Source source, Claims claims) {
        this.rules = rules;
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
        Optional<String> text = text();
        Optional<String> description = description(title).or(() -> beginning(title, text));
        String words = title + "\n" + description.orElse("");
        List<Media> media = media();
        Subject subject = subject();
        List<LanguageTag> languages = languages(words + "\n" + text.orElse(""));
        return new LearningResource(
                ResourceId.of(source.id(), item.key().value()),
                url(),
                title,
                description,
                languages,
                claims.every(Field.CREATOR, "creators", rules.agents()::read),
                publisher(),
                new Origin(
                        source.reference(),
                        source.connector().url(),
                        pageRead ? LearningResource.Basis.PAGE : LearningResource.Basis.LISTING),
                Dates.stated(
                        claims.first(Field.PUBLISHED, "datePublished", line(DateText::parse)),
                        claims.first(Field.MODIFIED, "dateModified", line(DateText::parse))),
                new Purpose(rules.vocabularies(), claims, source.defaults())
                        .education(
                                words + "\n" + String.join("\n", subject.keywords()),
                                media,
                                readingLevel(text, languages)),
                licence(text),
                Robots.reservations(claims),
                new Content(
                        claims.first(Field.IMAGE, "image", Files::image),
                        duration(),
                        claims.first(Field.PAGES, "pages", line(Recording::pages)),
                        media,
                        marks(),
                        text,
                        digest()),
                subject,
                List.of(),
                claims.provenance());
    }

    private List<Media> media() {
        List<Media> files = files();
        List<Media> parts = claims.every(
                Field.PART, "media", value -> Files.part(value).stream().toList());
        return Stream.concat(files.stream(), parts.stream()).toList();
    }

    /** Those of every syntax, as one names the file and another its player; each address once. */
    private List<Media> files() {
        claims.about(Field.MEDIA).stream().findFirst().ifPresent(statement -> claims.note("media", statement));
        Map<URI, Media> byAddress = new LinkedHashMap<>();
        claims.about(Field.MEDIA).stream()
                .flatMap(statement -> Files.content(statement.value()).stream())
                .forEach(file -> byAddress.putIfAbsent(file.url(), file));
        return List.copyOf(byAddress.values());
    }

    private static Optional<Integer> pages(String text) {
        return Optional.of(text)
                .filter(number -> number.matches("[1-9]\\d{0,5}"))
                .map(Integer::valueOf);
    }

    private Optional<String> digest() {
        return claims.first(
                Field.DIGEST, "sha256", line(text -> Optional.of(text).filter(hex -> hex.matches("[0-9a-f]{64}"))));
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

    /** What programs call a document counts only where nobody says anything better. */
    private Optional<String> title() {
        List<String> sites = Stream.concat(
                        claims.about(Field.SITE_NAME).stream().flatMap(site -> PlainText.line(site.value()).stream()),
                        Stream.of(source.name()))
                .distinct()
                .toList();
        return claims.first(
                        Field.TITLE,
                        "title",
                        line(text -> Titles.clean(text, sites).filter(title -> !JunkTitle.is(title))))
                .or(() -> claims.first(Field.TITLE, "title", line(text -> Titles.clean(text, sites))));
    }

    /** A description that only repeats the title says nothing. */
    private Optional<String> description(String title) {
        return claims.first(
                        Field.DESCRIPTION,
                        "description",
                        line(text -> Optional.of(text).filter(said -> !said.equalsIgnoreCase(title))))
                .map(text -> PlainText.atMost(LONGEST_DESCRIPTION, text));
    }

    /** Where nobody describes the item, its text does: the sentences it begins with. */
    private Optional<String> beginning(String title, Optional<String> text) {
        Optional<String> beginning = text.flatMap(full -> Beginnings.of(full, title));
        beginning.ifPresent(unused -> claims.note("description", "made", "the beginning of the text"));
        return beginning;
    }

    /** What the page calls its own address, if that is on the same host and more than its front page; else what the list says. */
    private URI url() {
        return claims.first(
                        Field.CANONICAL,
                        "url",
                        value -> value instanceof Value.Link(URI canonical) && sensible(canonical)
                                ? Optional.of(canonical)
                                : Optional.empty())
                .map(rules.vocabularies().addresses()::clean)
                .orElseGet(() -> rules.vocabularies().addresses().clean(item.url()));
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
                value -> PlainText.line(value).map(rules.languages()::stated).orElse(List.of()));
        if (!stated.isEmpty() && !onlyInMarkup()) {
            return stated;
        }
        Optional<LanguageTag> otherwise = rules.languages().certain(text).filter(tag -> contradicts(tag, stated));
        if (!stated.isEmpty() && otherwise.isEmpty()) {
            return stated;
        }
        Optional<LanguageTag> detected = otherwise.or(() -> rules.languages().detect(text));
        detected.ifPresent(tag -> claims.note("languages", "detected", "title, description and text"));
        return detected.or(this::usualLanguage).stream().toList();
    }

    /** What only the html element says is often the site's template speaking: WordPress says en-US until somebody changes it. */
    private boolean onlyInMarkup() {
        return claims.about(Field.LANGUAGE).stream().allMatch(statement -> statement.syntax() == Syntax.HTML);
    }

    private static boolean contradicts(LanguageTag certain, List<LanguageTag> stated) {
        return stated.stream().noneMatch(tag -> tag.language().equals(certain.language()));
    }

    private Optional<LanguageTag> usualLanguage() {
        Optional<LanguageTag> usual = source.defaults().language();
        usual.ifPresent(tag -> claims.note("languages", "default", "defaults.language"));
        return usual;
    }

    private Optional<ReadingLevel> readingLevel(Optional<String> text, List<LanguageTag> languages) {
        boolean dutch = !languages.isEmpty() && languages.getFirst().language().equals("nl");
        Optional<ReadingLevel> level = text.filter(unused -> dutch).flatMap(ReadingEase::of);
        level.ifPresent(unused -> claims.note("readingLevel", "computed", ReadingEase.FORMULA + " over the text"));
        return level;
    }

    private Optional<Agent> publisher() {
        return claims.first(
                        Field.PUBLISHER,
                        "publisher",
                        value -> rules.agents().read(value).stream().findFirst())
                .or(this::organisation);
    }

    private Optional<Agent> organisation() {
        claims.note("publisher", "default", source.organisation().isPresent() ? "organisation" : "name");
        return Optional.of(
                new Agent(source.organisation().orElse(source.name()), Agent.Kind.ORGANIZATION, Optional.empty()));
    }

    /** What is stated of the rights; else what the text says beyond doubt; else the source's default. */
    private Licence licence(Optional<String> text) {
        Licences licences = rules.vocabularies().licences();
        return licences.judge(claims.about(Field.LICENCE), statement -> claims.note("licence", statement))
                .or(() -> text.flatMap(CreativeCommons::quotedFrom).map(words -> {
                    claims.note("licence", "text", words);
                    return licences.read(words).getFirst().as(Licence.Assertion.STATED);
                }))
                .or(() -> source.defaults()
                        .licence()
                        .flatMap(licences::byDefault)
                        .map(licence -> {
                            claims.note("licence", "default", "defaults.licence");
                            return licence;
                        }))
                .orElse(Licence.UNKNOWN);
    }

    private Optional<java.time.Duration> duration() {
        return claims.first(Field.DURATION, "duration", line(Durations::parse));
    }

    private List<String> words(Field field, String name) {
        return Keywords.clean(claims
                .every(field, name, value -> PlainText.lines(value).stream().toList())
                .stream());
    }

    private Subject subject() {
        List<String> keywords = words(Field.KEYWORD, "keywords");
        List<String> categories = words(Field.CATEGORY, "categories");
        return new Subject(
                Keywords.clean(Stream.concat(keywords.stream(), categories.stream())),
                categories,
                sourceTrades(),
                List.of());
    }

    /** What the item's set or row says of its trades, else what holds for its whole source. */
    private List<String> sourceTrades() {
        List<String> stated = claims.every(
                Field.TRADE,
                "trades",
                value -> PlainText.line(value).filter(id -> id.matches("[a-z0-9-]+")).stream()
                        .toList());
        return stated.isEmpty() ? source.defaults().trades() : stated;
    }
}
