package be.vakoogst.normalise;

import be.vakoogst.extract.Value;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Text that is safe anywhere: no markup, no control, bidirectional, zero-width or broken character; white space single, lines kept where asked for. */
final class PlainText {

    private static final Pattern UNSAFE = Pattern.compile(
            "[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFF&&[^\\n\\t\\r]]");
    private static final Pattern ENTITY =
            Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});");
    private static final Pattern TAG = Pattern.compile("<[/!a-zA-Z?][^<>]{0,2000}>");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern BLANKS = Pattern.compile("[\\t\\r\\f ]+");
    private static final Pattern LINE_ENDS = Pattern.compile(" ?\\n\\s*");
    private static final int MOST = 300_000;

    private PlainText() {}

    /** One line; empty when nothing is left. */
    static Optional<String> line(Value value) {
        return lines(value)
                .map(text -> SPACE.matcher(text).replaceAll(" ").strip())
                .filter(text -> !text.isEmpty());
    }

    /** Lines as they were; empty when nothing is left. */
    static Optional<String> lines(Value value) {
        return switch (value) {
            case Value.Text(String text) -> some(safe(withoutTags(decoded(text))));
            case Value.Html(String html) -> some(safe(withoutTags(decoded(ofHtml(html)))));
            case Value.Who(String name, var _, var _) -> some(safe(withoutTags(decoded(name))));
            case Value.Link(var url) -> some(url.toString());
            case Value.Picture _ -> Optional.empty();
            case Value.File _ -> Optional.empty();
        };
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(kept -> !kept.isBlank());
    }

    private static String ofHtml(String html) {
        String cut = html.length() > MOST ? html.substring(0, MOST) : html;
        if (cut.indexOf('<') < 0) {
            return cut;
        }
        Element body = Jsoup.parseBodyFragment(cut).body();
        body.select("script, style, noscript, template, iframe").remove();
        body.select("br, p, li, div, h1, h2, h3, h4, h5, h6, tr").forEach(block -> block.before("\n"));
        return body.wholeText();
    }

    /** Entities once more where they were encoded twice: {@code &amp;amp;}. */
    private static String decoded(String text) {
        String decoded = text;
        for (int times = 0; times < 2 && ENTITY.matcher(decoded).find(); times++) {
            decoded = Parser.unescapeEntities(decoded, false);
        }
        return decoded;
    }

    private static String withoutTags(String text) {
        return text.indexOf('<') < 0 ? text : TAG.matcher(text).replaceAll(" ");
    }

    static String safe(String text) {
        return UNSAFE.matcher(text.replace('\u00A0', ' '))
                .replaceAll("")
                .transform(safe -> BLANKS.matcher(safe).replaceAll(" "))
                .transform(safe -> LINE_ENDS.matcher(safe).replaceAll("\n"))
                .strip();
    }

    /** At most so many characters, cut between words. */
    static String atMost(int limit, String text) {
        if (text.length() <= limit) {
            return text;
        }
        int space = text.lastIndexOf(' ', limit - 1);
        return text.substring(0, space > limit / 2 ? space : limit - 1).strip() + "…";
    }
}
