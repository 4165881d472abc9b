package be.vakoogst.oai;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.Sayings;
import be.vakoogst.extract.Statement;
import be.vakoogst.extract.Syntax;
import be.vakoogst.xml.XmlElement;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the fifteen elements of Dublin Core (and the commonest terms beside them) say of a record. */
final class DublinCoreReading {

    private static final Pattern PICTURE = Pattern.compile("(?i).*\\.(jpe?g|png|webp|gif|svg)(\\?.*)?");

    private final Sayings sayings;

    /** @param record its identifier */
    DublinCoreReading(String record) {
        this.sayings = new Sayings(Syntax.DUBLIN_CORE, record);
    }

    List<Statement> read(XmlElement metadata) {
        metadata.children().forEach(this::element);
        return sayings.all();
    }

    private void element(XmlElement element) {
        String name = element.name().toLowerCase(Locale.ROOT);
        String text = element.wholeText();
        String where = "dc:" + name;
        switch (name) {
            case "title" -> sayings.text(Field.TITLE, text, where);
            case "description", "abstract" -> sayings.text(Field.DESCRIPTION, text, where);
            case "subject" -> sayings.text(Field.KEYWORD, text, where);
            case "creator", "contributor" -> sayings.who(Field.CREATOR, text, Optional.empty(), where);
            case "publisher" -> sayings.who(Field.PUBLISHER, text, Optional.empty(), where);
            case "date", "issued", "created", "available" -> sayings.text(Field.PUBLISHED, text, where);
            case "modified" -> sayings.text(Field.MODIFIED, text, where);
            case "type" -> sayings.text(Field.TYPE, text, where);
            case "language" -> sayings.text(Field.LANGUAGE, text, where);
            case "rights", "license" -> sayings.licence(text, where);
            case "audience" -> sayings.text(Field.AUDIENCE, text, where);
            case "educationlevel" -> sayings.text(Field.LEVEL, text, where);
            case "identifier" -> Sayings.address(text).ifPresent(url -> address(url, where));
            case "extent" -> sayings.text(Field.DURATION, text, where);
            default -> {}
        }
    }

    private void address(URI url, String where) {
        if (PICTURE.matcher(url.toString()).matches()) {
            sayings.picture(url, where);
        } else {
            sayings.link(Field.URL, Optional.of(url), where);
        }
    }
}
