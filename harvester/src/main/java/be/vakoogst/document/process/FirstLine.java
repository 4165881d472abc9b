package be.vakoogst.document.process;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The title of a text that has no headings of its own: in Markdown as its syntax says, else its first line, where it stands apart. */
final class FirstLine {

    /** A front matter in YAML, as Pandoc and Jekyll have it. */
    private static final Pattern FRONT =
            Pattern.compile("\\A---\\R(?:.*\\R){0,50}?title:\\s*[\"']?(.{2,200}?)[\"']?\\s*\\R");

    private static final Pattern HASHED = Pattern.compile("\\A\\s*#\\s+(.{2,200}?)\\s*#*\\s*(?:\\R|\\z)");
    private static final Pattern APART = Pattern.compile("\\A\\s*(.{2,100})\\R(?:[ \\t]*\\R|[=-]{3,}\\s*\\R)");
    private static final Pattern SENTENCE = Pattern.compile(".*[.;:,!]|.*[.] .*|[^\\p{L}]*");

    private FirstLine() {}

    static Optional<String> of(String text) {
        return found(FRONT, text)
                .or(() -> found(HASHED, text))
                .or(() -> found(APART, text)
                        .filter(line -> !SENTENCE.matcher(line).matches()));
    }

    private static Optional<String> found(Pattern pattern, String text) {
        Matcher title = pattern.matcher(text);
        return title.find() ? Optional.of(title.group(1).strip()) : Optional.empty();
    }
}
