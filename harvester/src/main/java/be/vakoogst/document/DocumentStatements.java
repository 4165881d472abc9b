package be.vakoogst.document;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.JunkTitle;
import be.vakoogst.extract.RawRecord;
import be.vakoogst.extract.Sayings;
import be.vakoogst.extract.Statement;
import be.vakoogst.extract.Syntax;
import be.vakoogst.extract.UseHeaders;
import be.vakoogst.extract.Value;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.resource.LearningResource.Mark;
import be.vakoogst.resource.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a reading comes to: the statements of its manifest first, then those of the document itself. */
final class DocumentStatements {

    /** Letters from which on the language of a text is told better by the text than by the program that wrote it, which says its own. */
    private static final int TELLING = 200;

    private final Fetched.Fresh fetched;
    private final Reading reading;
    private final Sayings sayings = new Sayings(Syntax.DOCUMENT, "document");
    private final List<Statement> others = new ArrayList<>();
    private final List<RawRecord.Notice> notices = new ArrayList<>();

    DocumentStatements(Fetched.Fresh fetched, Reading reading) {
        this.fetched = fetched;
        this.reading = reading;
    }

    RawRecord raw() {
        others.addAll(UseHeaders.statements(fetched.headers()));
        text();
        manifests();
        titles();
        properties();
        file();
        parts();
        reading.notices().forEach(notice -> notices.add(new RawRecord.Notice("document", notice)));
        return new RawRecord(
                fetched.url(),
                Stream.concat(others.stream(), sayings.all().stream()).toList(),
                notices);
    }

    private void manifests() {
        reading.manifest("h5p.json").ifPresent(json -> new H5p(sayings, notices).read(json, content()));
        reading.manifest("imsmanifest.xml")
                .ifPresent(xml -> others.addAll(new CourseManifest(sayings, notices).read(xml, reading.manifests())));
    }

    private Optional<String> content() {
        return reading.manifest("content/content.json");
    }

    /** The first that is no junk is believed: what its author called it, its first heading, its file's name. */
    private void titles() {
        Optional<String> stated = reading.properties().title();
        stated.filter(title -> !JunkTitle.is(title)).ifPresent(title -> plain(Field.TITLE, title, "title"));
        heading().ifPresent(heading -> plain(Field.TITLE, heading, "heading"));
        folder().ifPresent(name -> plain(Field.TITLE, name, "folder"));
        stated.filter(JunkTitle::is)
                .flatMap(JunkTitle::readable)
                .ifPresent(title -> plain(Field.TITLE, title, "title"));
        plain(Field.TITLE, JunkTitle.ofFile(FileName.of(fetched.url())), "file name");
    }

    /** The one that a dossier was zipped with. */
    private Optional<String> folder() {
        List<String> tops = reading.parts().stream()
                .map(part -> part.name().contains("/") ? part.name().split("/", 2)[0] : "")
                .distinct()
                .toList();
        return tops.size() == 1 ? JunkTitle.readable(tops.getFirst()) : Optional.empty();
    }

    /** Of an archive the headings are those of its parts. */
    private Optional<String> heading() {
        return reading.parts().isEmpty()
                ? reading.headings().stream()
                        .filter(heading -> !JunkTitle.is(heading))
                        .findFirst()
                : Optional.empty();
    }

    private void properties() {
        Reading.Properties said = reading.properties();
        said.description().ifPresent(text -> plain(Field.DESCRIPTION, text, "description"));
        said.creators().forEach(name -> sayings.who(Field.CREATOR, name, Optional.empty(), "creator"));
        said.publisher().ifPresent(name -> sayings.who(Field.PUBLISHER, name, Optional.empty(), "publisher"));
        said.keywords().forEach(word -> plain(Field.KEYWORD, word, "keywords"));
        said.created().ifPresent(date -> plain(Field.PUBLISHED, date, "created"));
        said.modified().ifPresent(date -> plain(Field.MODIFIED, date, "modified"));
        said.pages().ifPresent(pages -> plain(Field.PAGES, pages.toString(), "pages"));
        said.language().filter(this::isNeeded).ifPresent(tag -> plain(Field.LANGUAGE, tag, "language"));
        said.seconds().ifPresent(seconds -> plain(Field.DURATION, Long.toString(Math.round(seconds)), "duration"));
        said.rights().ifPresent(text -> sayings.licence(text, "rights"));
    }

    private boolean isNeeded(String language) {
        return reading.text().length() < TELLING || reading.mediaType().equals("application/epub+zip");
    }

    private void text() {
        plain(Field.TEXT, reading.text(), "text");
        reading.licences().forEach(url -> sayings.licence(url, "link"));
        LicenceSentences.in(reading.text()).forEach(sentence -> sayings.licence(sentence, "text"));
        boolean paged = reading.mediaType().equals("application/pdf")
                || reading.mediaType().equals("image/tiff");
        if (paged && reading.text().codePoints().noneMatch(Character::isLetter)) {
            plain(Field.MARK, Mark.SCANNED_WITHOUT_TEXT.code(), "text");
            notices.add(new RawRecord.Notice("text", "pages without text: a scan"));
        }
    }

    private void file() {
        plain(Field.TYPE, reading.mediaType(), "media type");
        if (reading.mediaType().matches("(image|audio|video)/.*")) {
            plain(Field.TYPE, reading.mediaType().split("/", 2)[0], "media type");
        }
        plain(Field.DIGEST, reading.sha256(), "bytes");
        Optional<String> seconds = reading.properties().seconds().map(played -> Long.toString(Math.round(played)));
        sayings.add(
                Field.MEDIA,
                new Value.File(
                        fetched.url(),
                        Optional.of(reading.mediaType()),
                        seconds,
                        Optional.of(reading.bytes()),
                        Media.Role.CONTENT),
                "file");
    }

    private void parts() {
        reading.parts()
                .forEach(part -> DossierPart.of(fetched.url(), part)
                        .ifPresent(value -> sayings.add(Field.PART, value, part.name())));
    }

    private void plain(Field field, String text, String where) {
        sayings.words(field, text, where);
    }
}
