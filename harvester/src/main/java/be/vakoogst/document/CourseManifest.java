package be.vakoogst.document;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.RawRecord.Notice;
import be.vakoogst.extract.Sayings;
import be.vakoogst.extract.Statement;
import be.vakoogst.lom.LomReading;
import be.vakoogst.xml.XmlBroken;
import be.vakoogst.xml.XmlElement;
import be.vakoogst.xml.XmlPull;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The manifest of a packaged course: SCORM 1.2 and 2004, and IMS Common Cartridge, which are IMS Content Packaging with other schemas. Its
 * metadata is LOM, within it or in a file that it names (adlcp:location).
 */
final class CourseManifest {

    private static final int MOST_ITEMS = 200;

    private final Sayings sayings;
    private final List<Notice> notices;

    CourseManifest(Sayings sayings, List<Notice> notices) {
        this.sayings = sayings;
        this.notices = notices;
    }

    /** What the LOM says; what the manifest says besides goes to the sayings. */
    List<Statement> read(String xml, List<Reading.Manifest> files) {
        Optional<XmlElement> root = parse("imsmanifest.xml", xml);
        root.ifPresent(this::describe);
        return root.flatMap(manifest -> manifest.first("metadata")).stream()
                .flatMap(metadata -> Stream.concat(
                        metadata.all("lom"),
                        metadata.at("location").flatMap(location -> named(location.wholeText(), files))))
                .findFirst()
                .map(lom -> new LomReading("imsmanifest.xml").read(lom))
                .orElse(List.of());
    }

    private Stream<XmlElement> named(String location, List<Reading.Manifest> files) {
        return files.stream()
                .filter(file -> file.name().equals(location.strip()))
                .flatMap(file -> parse(file.name(), file.text()).stream());
    }

    private Optional<XmlElement> parse(String name, String xml) {
        try {
            XmlPull pull = XmlPull.over(xml);
            return pull.next().map(root -> pull.element());
        } catch (XmlBroken e) {
            notices.add(new Notice(name, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private void describe(XmlElement manifest) {
        String schema = manifest.textAt("metadata", "schema");
        sayings.words(Field.TYPE, kind(schema), "imsmanifest.xml/metadata/schema");
        manifest.at("organizations", "organization", "title")
                .findFirst()
                .ifPresent(
                        title -> sayings.words(Field.TITLE, title.wholeText(), "imsmanifest.xml/organization/title"));
        String chapters = String.join("\n", items(manifest).limit(MOST_ITEMS).toList());
        sayings.words(Field.TEXT, chapters, "imsmanifest.xml/items");
    }

    /** The names that resource-types.yml knows. */
    private static String kind(String schema) {
        return schema.toLowerCase(Locale.ROOT).contains("cartridge") ? "IMS Common Cartridge" : "SCORM";
    }

    private static Stream<String> items(XmlElement manifest) {
        return manifest.at("organizations", "organization").flatMap(CourseManifest::titlesWithin);
    }

    private static Stream<String> titlesWithin(XmlElement parent) {
        return parent.all("item")
                .flatMap(item -> Stream.concat(item.all("title").map(XmlElement::wholeText), titlesWithin(item)));
    }
}
