package be.vakoogst.document.process;

import be.vakoogst.document.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.tika.metadata.DublinCore;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.Office;
import org.apache.tika.metadata.PagedText;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.metadata.XMPDM;
import org.apache.tika.metadata.XMPRights;

/** From Tika's names to ours; each value at most {@value #LONGEST} characters. */
final class DocumentProperties {

    private static final int LONGEST = 2000;
    private static final int MOST = 50;
    private static final String EXIF = "Exif IFD0:";
    private static final Pattern PNG_TEXT =
            Pattern.compile("^keyword=([^,]+), value=(.*?), (?:encoding|compression|language)");

    private DocumentProperties() {}

    static Reading.Properties of(Metadata metadata) {
        return new Reading.Properties(
                first(metadata, TikaCoreProperties.TITLE.getName())
                        .or(() -> inPng(metadata, "Title").findFirst()),
                first(metadata, DublinCore.DESCRIPTION.getName()),
                creators(metadata),
                first(metadata, DublinCore.PUBLISHER.getName(), "extended-properties:Company"),
                first(metadata, DublinCore.LANGUAGE.getName(), Metadata.CONTENT_LANGUAGE, "language"),
                keywords(metadata),
                first(
                                metadata,
                                XMPRights.WEB_STATEMENT.getName(),
                                XMPRights.USAGE_TERMS.getName(),
                                DublinCore.RIGHTS.getName(),
                                XMPDM.COPYRIGHT.getName(),
                                EXIF + "Copyright")
                        .or(() -> inPng(metadata, "Copyright").findFirst()),
                first(metadata, TikaCoreProperties.CREATED.getName()),
                first(metadata, TikaCoreProperties.MODIFIED.getName()),
                pages(metadata),
                first(metadata, XMPDM.DURATION.getName()).flatMap(DocumentProperties::number));
    }

    /** A text chunk of a PNG (PNG 1.2, section 4.2.3), as Tika tells it. */
    private static Stream<String> inPng(Metadata metadata, String keyword) {
        return Stream.of("Text TextEntry", "iTXt iTXtEntry", "zTXt zTXtEntry")
                .flatMap(name -> Arrays.stream(metadata.getValues(name)))
                .map(PNG_TEXT::matcher)
                .filter(text -> text.find() && text.group(1).equals(keyword))
                .map(text -> clipped(text.group(2)));
    }

    private static List<String> creators(Metadata metadata) {
        return Stream.concat(
                        Arrays.stream(metadata.getValues(TikaCoreProperties.CREATOR)),
                        Stream.of(
                                        metadata.getValues(XMPDM.ARTIST),
                                        metadata.getValues(EXIF + "Artist"),
                                        inPng(metadata, "Author").toArray(String[]::new))
                                .flatMap(Arrays::stream))
                .flatMap(names -> Arrays.stream(names.split("\\s*;\\s*")))
                .map(DocumentProperties::clipped)
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static List<String> keywords(Metadata metadata) {
        return Arrays.stream(metadata.getValues(TikaCoreProperties.SUBJECT))
                .map(DocumentProperties::clipped)
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static Optional<Integer> pages(Metadata metadata) {
        return Stream.of(PagedText.N_PAGES, Office.PAGE_COUNT, Office.SLIDE_COUNT)
                .flatMap(property -> Optional.ofNullable(metadata.getInt(property)).stream())
                .filter(pages -> pages > 0)
                .findFirst();
    }

    private static Optional<String> first(Metadata metadata, String... names) {
        return Stream.of(names)
                .flatMap(name -> Arrays.stream(metadata.getValues(name)))
                .map(DocumentProperties::clipped)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static String clipped(String value) {
        return value.substring(0, Math.min(LONGEST, value.length())).strip();
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.parseDouble(text)).filter(number -> number > 0 && number < 1e6);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
