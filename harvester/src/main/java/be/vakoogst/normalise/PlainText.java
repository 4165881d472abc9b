package be.vakoogst.normalise;

import be.vakoogst.extract.Value;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Text that is safe anywhere: no markup, no control, bidirectional, zero-width or broken character; white space single, lines kept where asked for. */
final class PlainText {

    private static final Pattern ENTITY =
            Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});");
    private static final Pattern TAG = Pattern.compile("<[/!a-zA-Z?][^<>]*+>");

    /** What a browser would take for the beginning of a tag (HTML, section 13.2.5.6). */
    private static final Pattern TAG_OPEN = Pattern.compile("<(?=[/!a-zA-Z?])");

    private static final Pattern CDATA = Pattern.compile("<!\\[CDATA\\[|\\]\\]>");
    private static final String BLOCKS =
            "br, p, li, div, h1, h2, h3, h4, h5, h6, tr, dt, dd, blockquote, pre, section, article, figure, figcaption, hr";

    /** How often publishers encode text that was encoded already; seen: twice, in titles of feeds. */
    private static final int MOST_LAYERS = 4;

    private static final int MOST = 300_000;

    private PlainText() {}

    /** One line; empty when nothing is left. */
    static Optional<String> line(Value value) {
        return lines(value).map(text -> text.replace('\n', ' '));
    }

    /** Lines as they were; empty when nothing is left. */
    static Optional<String> lines(Value value) {
        return switch (value) {
            case Value.Text(String text) -> some(readable(text));
            case Value.Html(String html) -> some(readable(html));
            case Value.Who(String name, var _, var _) -> some(readable(name));
            case Value.Link(var url) -> some(url.toString());
            case Value.Picture _ -> Optional.empty();
            case Value.File _ -> Optional.empty();
            case Value.Part(String title, var _, var _, var _) -> some(readable(title));
        };
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(kept -> !kept.isBlank());
    }

    /** Layer by layer, as markup may be encoded in markup; what still looks like a tag then is made to be none. */
    static String readable(String text) {
        String read = text.length() > MOST ? text.substring(0, MOST) : text;
        for (int layer = 0; layer < MOST_LAYERS && holdsMarkup(read); layer++) {
            read = TAG.matcher(read).find() ? ofHtml(read) : Parser.unescapeEntities(read, false);
        }
        return safe(read.indexOf('<') < 0 ? read : TAG_OPEN.matcher(safe(read)).replaceAll("< "));
    }

    private static boolean holdsMarkup(String text) {
        return text.indexOf('<') >= 0 && TAG.matcher(text).find()
                || text.indexOf('&') >= 0 && ENTITY.matcher(text).find();
    }

    private static String ofHtml(String html) {
        Element body =
                Jsoup.parseBodyFragment(CDATA.matcher(html).replaceAll("")).body();
        body.select("script, style, noscript, template, iframe").remove();
        body.select(BLOCKS).forEach(block -> block.before("\n").after("\n"));
        body.select("td, th").forEach(cell -> cell.before(" ").after(" "));
        return body.wholeText();
    }

    /** One pass, as this touches every character of every text: no regular expression is quick enough for that. */
    static String safe(String text) {
        return isSafeAlready(text) ? text : madeSafe(text);
    }

    /** Most texts are: letters, digits and signs, with single blanks between them. */
    private static boolean isSafeAlready(String text) {
        char before = ' ';
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            boolean gap = character == ' ' || character == '\n';
            boolean twice = gap && (before == ' ' || before == '\n');
            if (twice || !gap && !(character > ' ' && character < 0x7F) && !Character.isLetter(character)) {
                return false;
            }
            before = character;
        }
        return before != ' ' && before != '\n';
    }

    private static String madeSafe(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        Gap gap = Gap.NONE;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            Gap found = Gap.of(character);
            if (found != Gap.NONE) {
                gap = found == Gap.LINE ? found : gap == Gap.LINE ? gap : found;
            } else if (isSafe(character)) {
                gap.write(safe);
                gap = Gap.NONE;
                safe.appendCodePoint(character);
            }
        }
        return safe.toString();
    }

    private static boolean isSafe(int character) {
        if (character < 0x7F) {
            return character >= ' ';
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.FORMAT -> isJoiner(character);
            default -> character < 0xFFF9 || character > 0xFFFF;
        };
    }

    /** Format characters are invisible and may turn text around; but emoji are held together by joiners and tags of their own plane. */
    private static boolean isJoiner(int character) {
        return character >= 0xE0020 && character <= 0xE007F;
    }

    /** What stands between two visible characters. */
    private enum Gap {
        NONE,
        BLANK,
        LINE;

        static Gap of(int character) {
            if (character == '\n' || character == 0x2028 || character == 0x2029) {
                return LINE;
            }
            boolean blank = character == ' '
                    || character == '\t'
                    || character == '\r'
                    || character == '\f'
                    || character > 0x7F && Character.isSpaceChar(character);
            return blank ? BLANK : NONE;
        }

        /** Nothing at the very beginning. */
        void write(StringBuilder text) {
            if (this != NONE && !text.isEmpty()) {
                text.append(this == LINE ? '\n' : ' ');
            }
        }
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
