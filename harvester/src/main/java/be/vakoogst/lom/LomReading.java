package be.vakoogst.lom;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.ReadersLanguages;
import be.vakoogst.extract.Sayings;
import be.vakoogst.extract.Statement;
import be.vakoogst.extract.Syntax;
import be.vakoogst.xml.XmlElement;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a LOM record says (IEEE 1484.12.1, in the bindings of IEEE, IMS 1.2 and NL-LOM, which name the same elements a little differently). The
 * faults of real repositories are read past: languages called none or mul, age ranges that are no language strings, zip as format of a page.
 */
public final class LomReading {

    /** {@code 12-14}, {@code 12+}, {@code 12 - 14 jaar}; whatever else stands in the place of an age says nothing. */
    private static final Pattern AGES =
            Pattern.compile("(?i)\\d{1,2}\\s*([-–+]\\s*(\\d{1,2})?)?\\s*(jaar|j\\.?|ans|years?)?");

    private final Sayings sayings;

    /** @param record its identifier */
    public LomReading(String record) {
        this.sayings = new Sayings(Syntax.LOM, record);
    }

    public List<Statement> read(XmlElement lom) {
        lom.all("general").forEach(this::general);
        lom.all("lifecycle").forEach(this::lifeCycle);
        lom.all("technical").forEach(this::technical);
        lom.all("educational").forEach(this::educational);
        lom.all("rights").forEach(this::rights);
        lom.all("classification").forEach(this::classification);
        lom.all("relation").forEach(this::relation);
        return sayings.all();
    }

    private void general(XmlElement general) {
        general.first("title").ifPresent(title -> sayings.text(Field.TITLE, inOurLanguage(title), "general/title"));
        general.all("description")
                .map(LomReading::inOurLanguage)
                .findFirst()
                .ifPresent(text -> sayings.text(Field.DESCRIPTION, text, "general/description"));
        general.all("language").forEach(language -> language(language.wholeText()));
        general.all("keyword")
                .flatMap(LomReading::strings)
                .forEach(word -> sayings.text(Field.KEYWORD, word, "general/keyword"));
        general.at("identifier", "entry")
                .flatMap(LomReading::strings)
                .flatMap(entry -> Sayings.address(entry).stream())
                .forEach(url -> sayings.link(Field.URL, Optional.of(url), "general/identifier/entry"));
    }

    /** {@code none}, {@code mul}, {@code und} and {@code x-none} name no language; then it is found out from the text. */
    private void language(String tag) {
        if (!tag.strip().toLowerCase(Locale.ROOT).matches("none|mul|und|zxx|x-none")) {
            sayings.text(Field.LANGUAGE, tag, "general/language");
        }
    }

    private void lifeCycle(XmlElement lifeCycle) {
        lifeCycle.all("contribute").forEach(this::contribute);
    }

    private void contribute(XmlElement contribution) {
        String role = value(contribution, "role").toLowerCase(Locale.ROOT);
        Field field = role.equals("publisher") ? Field.PUBLISHER : Field.CREATOR;
        Stream.concat(contribution.all("entity"), contribution.at("centity", "vcard"))
                .flatMap(entity -> VCard.read(entity.wholeText()).stream())
                .forEach(card -> sayings.who(field, card.name(), card.kind(), "lifecycle/contribute[" + role + "]"));
        contribution
                .all("date")
                .map(date -> date.first("datetime").orElse(date).wholeText())
                .forEach(date -> sayings.text(Field.PUBLISHED, date, "lifecycle/contribute/date"));
    }

    private void technical(XmlElement technical) {
        List<URI> locations = technical
                .all("location")
                .flatMap(location -> Sayings.address(location.wholeText()).stream())
                .toList();
        locations.forEach(url -> sayings.link(Field.URL, Optional.of(url), "technical/location"));
        duration(technical).ifPresent(text -> sayings.text(Field.DURATION, text, "technical/duration"));
        String format = technical.textAt("format").strip().toLowerCase(Locale.ROOT);
        locations.stream()
                .findFirst()
                .filter(url -> isFile(format, url))
                .ifPresent(url -> sayings.media(url, Optional.of(format), duration(technical), "technical/format"));
    }

    /** A media type, unless it says zip or octets of what is evidently a page. */
    private static boolean isFile(String format, URI url) {
        boolean named = url.getPath() != null && url.getPath().matches(".*\\.[A-Za-z0-9]{2,5}");
        return format.matches("[a-z]+/[a-z0-9.+-]+")
                && !format.equals("text/html")
                && (named || !format.startsWith("application/"));
    }

    private static Optional<String> duration(XmlElement parent) {
        return parent.all("duration")
                .map(duration -> duration.first("duration")
                        .or(() -> duration.first("datetime"))
                        .orElse(duration)
                        .wholeText())
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private void educational(XmlElement educational) {
        values(educational, "learningResourceType")
                .forEach(type -> sayings.text(Field.TYPE, type, "educational/learningResourceType"));
        values(educational, "intendedEndUserRole")
                .forEach(role -> sayings.text(Field.AUDIENCE, role, "educational/intendedEndUserRole"));
        values(educational, "context").forEach(level -> sayings.text(Field.LEVEL, level, "educational/context"));
        educational
                .all("typicalAgeRange")
                .map(XmlElement::wholeText)
                .map(String::strip)
                .filter(range -> AGES.matcher(range).matches())
                .forEach(range -> sayings.text(Field.LEVEL, range, "educational/typicalAgeRange"));
        educational
                .all("typicalLearningTime")
                .map(time -> time.first("duration").orElse(time).wholeText())
                .forEach(text -> sayings.text(Field.DURATION, text, "educational/typicalLearningTime"));
    }

    private void rights(XmlElement rights) {
        String description =
                rights.first("description").map(LomReading::inOurLanguage).orElse("");
        if (!description.isBlank()) {
            sayings.licence(description, "rights/description");
        }
        values(rights, "copyrightAndOtherRestrictions")
                .filter(value -> !value.matches("(?i)yes|no|ja|nee"))
                .forEach(value -> sayings.licence(value, "rights/copyrightAndOtherRestrictions"));
    }

    private void classification(XmlElement classification) {
        String purpose = value(classification, "purpose").toLowerCase(Locale.ROOT);
        Field field = purpose.contains("level") ? Field.LEVEL : Field.CATEGORY;
        classification.all("taxonpath").forEach(path -> taxonPath(path, field, purpose));
        classification
                .all("keyword")
                .flatMap(LomReading::strings)
                .forEach(word -> sayings.text(Field.KEYWORD, word, "classification/keyword"));
    }

    /** Each taxon of a path says something, the last the most. */
    private void taxonPath(XmlElement path, Field field, String purpose) {
        path.all("taxon")
                .map(taxon ->
                        taxon.first("entry").map(LomReading::inOurLanguage).orElse(""))
                .forEach(entry -> sayings.text(field, entry, "classification[" + purpose + "]/taxonpath"));
    }

    private void relation(XmlElement relation) {
        String kind = value(relation, "kind").toLowerCase(Locale.ROOT);
        if (kind.contains("thumbnail") || kind.contains("preview")) {
            relation.at("resource", "identifier", "entry")
                    .flatMap(LomReading::strings)
                    .flatMap(entry -> Sayings.address(entry).stream())
                    .findFirst()
                    .ifPresent(url -> sayings.picture(url, "relation[" + kind + "]"));
        }
    }

    private static String value(XmlElement parent, String name) {
        return values(parent, name).findFirst().orElse("");
    }

    /** The values of vocabulary terms, {@code source} left aside. */
    private static Stream<String> values(XmlElement parent, String name) {
        return parent.all(name)
                .map(term -> term.first("value").orElse(term).wholeText().strip())
                .filter(text -> !text.isEmpty());
    }

    /** The language strings of an element: {@code string}, {@code langstring}, or its own text. */
    private static Stream<String> strings(XmlElement element) {
        List<XmlElement> strings =
                Stream.concat(element.all("string"), element.all("langstring")).toList();
        return strings.isEmpty()
                ? Stream.of(element.wholeText())
                : strings.stream().map(XmlElement::wholeText);
    }

    private static String inOurLanguage(XmlElement element) {
        return Stream.concat(element.all("string"), element.all("langstring"))
                .min(ReadersLanguages.first(string -> string.attribute("language") + string.attribute("lang")))
                .map(XmlElement::wholeText)
                .orElseGet(element::wholeText);
    }
}
