package be.vakoogst.folder;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The name of a document within its shelf, as it may be written to a disk: relative, with {@code /}. */
record DocumentName(String value) {

    /** As archives that mean harm do ("zip slip"). */
    private static final Pattern OUTSIDE = Pattern.compile("(?s)([/\\\\]|[A-Za-z]:).*|(.*[/\\\\])?\\.\\.([/\\\\].*)?");

    private static final Pattern UNSPEAKABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}:*?\"<>|]");
    private static final int LONGEST = 500;

    /** In UTF-8: file systems take 255 for one part of a path. */
    private static final int MOST_BYTES_OF_PART = 240;

    /** What systems leave in folders. */
    private static final Pattern LEFT_BEHIND = Pattern.compile("(?i)\\..*|__MACOSX|thumbs\\.db|desktop\\.ini|~\\$.*");

    /** Empty for a name that no honest folder holds. */
    static Optional<DocumentName> of(String text) {
        String slashes = Normalizer.normalize(text.replace('\\', '/'), Normalizer.Form.NFC)
                .replaceFirst("^(\\./)+", "");
        return Optional.of(slashes)
                .filter(name -> !leadsOutside(name) && name.length() <= LONGEST)
                .filter(name -> parts(name).allMatch(DocumentName::isPart))
                .map(DocumentName::new);
    }

    static boolean leadsOutside(String name) {
        return OUTSIDE.matcher(name).matches();
    }

    /** Hidden, or put there by a system and not by a person. */
    static boolean isLeftBehind(String name) {
        return parts(name.replace('\\', '/'))
                .filter(part -> !part.equals("..") && !part.equals("."))
                .anyMatch(part -> LEFT_BEHIND.matcher(part).matches());
    }

    private static boolean isPart(String part) {
        return !part.isBlank()
                && part.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES_OF_PART
                && !part.endsWith(".")
                && part.equals(part.strip())
                && !UNSPEAKABLE.matcher(part).find();
    }

    private static Stream<String> parts(String name) {
        return Arrays.stream(name.split("/", -1));
    }

    /** The same for names that differ in nothing that some file systems see. */
    String form() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
