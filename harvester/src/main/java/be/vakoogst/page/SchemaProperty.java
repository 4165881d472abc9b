package be.vakoogst.page;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.Syntax;
import be.vakoogst.extract.Value;
import be.vakoogst.resource.Agent;
import be.vakoogst.resource.Media;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The schema.org and LRMI properties that we read, and what each is a statement about. */
enum SchemaProperty {
    NAME("name", Field.TITLE),
    HEADLINE("headline", Field.TITLE),
    DESCRIPTION("description", Field.DESCRIPTION),
    ABSTRACT("abstract", Field.DESCRIPTION),
    ARTICLE_BODY("articleBody", Field.TEXT),
    TEXT("text", Field.TEXT),
    TRANSCRIPT("transcript", Field.TEXT),
    AUTHOR("author", Field.CREATOR),
    CREATOR("creator", Field.CREATOR),
    PUBLISHER("publisher", Field.PUBLISHER),
    DATE_PUBLISHED("datePublished", Field.PUBLISHED),
    DATE_CREATED("dateCreated", Field.PUBLISHED),
    UPLOAD_DATE("uploadDate", Field.PUBLISHED),
    DATE_MODIFIED("dateModified", Field.MODIFIED),
    IN_LANGUAGE("inLanguage", Field.LANGUAGE),
    LICENSE("license", Field.LICENCE),
    IMAGE("image", Field.IMAGE),
    THUMBNAIL_URL("thumbnailUrl", Field.IMAGE),
    DURATION("duration", Field.DURATION),
    TIME_REQUIRED("timeRequired", Field.DURATION),
    TOTAL_TIME("totalTime", Field.DURATION),
    KEYWORDS("keywords", Field.KEYWORD),
    ABOUT("about", Field.KEYWORD),
    ARTICLE_SECTION("articleSection", Field.CATEGORY),
    LEARNING_RESOURCE_TYPE("learningResourceType", Field.TYPE),
    EDUCATIONAL_LEVEL("educationalLevel", Field.LEVEL),
    TYPICAL_AGE_RANGE("typicalAgeRange", Field.LEVEL),
    EDUCATIONAL_ALIGNMENT("educationalAlignment", Field.LEVEL),
    AUDIENCE("audience", Field.AUDIENCE),
    EDUCATIONAL_ROLE("educationalRole", Field.AUDIENCE),
    ACCESSIBILITY_FEATURE("accessibilityFeature", Field.MARK),
    CAPTION("caption", Field.MARK),
    CONTENT_URL("contentUrl", Field.MEDIA),
    EMBED_URL("embedUrl", Field.MEDIA),
    ENCODING("encoding", Field.MEDIA),
    ASSOCIATED_MEDIA("associatedMedia", Field.MEDIA),
    VIDEO("video", Field.MEDIA),
    AUDIO("audio", Field.MEDIA);

    private static final String VOCABULARY = "^https?://schema\\.org/";
    private static final Map<String, SchemaProperty> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(SchemaProperty::term, Function.identity()));

    private final String term;
    private final Field field;

    SchemaProperty(String term, Field field) {
        this.term = term;
        this.field = field;
    }

    String term() {
        return term;
    }

    Field field() {
        return field;
    }

    boolean isText() {
        return field == Field.TEXT;
    }

    /** Whether an address is what it says, rather than words. */
    boolean isAddress() {
        return field == Field.LICENCE || field == Field.IMAGE || field == Field.MEDIA;
    }

    /** The property of a name, with or without the address of the vocabulary before it. */
    static Optional<SchemaProperty> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name.startsWith("http") ? name.replaceFirst(VOCABULARY, "") : name));
    }

    void state(String value, Optional<Agent.Kind> kind, Syntax syntax, String where, Findings findings) {
        switch (field) {
            case CREATOR, PUBLISHER -> findings.who(field, value, kind, syntax, where);
            case IMAGE -> findings.picture(value, syntax, where);
            case MEDIA ->
                findings.media(
                        value,
                        Optional.empty(),
                        this == EMBED_URL ? Media.Role.EMBED : Media.Role.CONTENT,
                        syntax,
                        where);
            case MARK -> findings.text(field, this == CAPTION ? "captions" : value, syntax, where);
            case LICENCE -> findings.licence(value, syntax, where);
            case TITLE, DESCRIPTION -> findings.html(field, value, syntax, where);
            case TEXT -> findings.add(field, new Value.Html(value), syntax, where);
            default -> findings.text(field, value, syntax, where);
        }
    }
}
