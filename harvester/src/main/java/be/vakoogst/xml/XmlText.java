package be.vakoogst.xml;

import be.vakoogst.fetch.Characters;
import be.vakoogst.fetch.Fetched;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** The characters of an XML or JSON document, as {@link Characters} weighs what is said of them. */
public final class XmlText {

    private static final Pattern DECLARED =
            Pattern.compile("<\\?xml[^>]{0,200}encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})");
    private static final Pattern ENTITY =
            Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});");

    private static final String CDATA = "<![CDATA[";

    /** Bytes within which the root of a document stands. */
    private static final int BEGINNING = 2000;

    private XmlText() {}

    /** Whether a document begins with such a root, behind what may stand before it. */
    public static boolean hasRoot(Fetched.Fresh fetched, Pattern root) {
        return root.matcher(of(fetched.body().start(BEGINNING), fetched.charset()))
                .find();
    }

    /** As they were sent, faults and all. */
    public static String of(Fetched.Fresh fetched) {
        return of(fetched.body().bytes(), fetched.charset());
    }

    /** @param stated by the header, where it names a known one */
    public static String of(byte[] body, Optional<Charset> stated) {
        return Characters.of(body, stated, DECLARED).text();
    }

    /**
     * What a strict parser would stop at, mended: characters that XML forbids (XML 1.0 section 2.2) go, named entities of HTML become what they
     * mean, and an ampersand that begins no entity becomes one. In a CDATA section an ampersand is one as it stands.
     */
    public static String mended(String text) {
        if (firstFault(text, 0, false) < 0) {
            return text;
        }
        StringBuilder mended = new StringBuilder(text.length() + 64);
        int done = 0;
        for (int section = text.indexOf(CDATA); section >= 0; section = text.indexOf(CDATA, done)) {
            int end = text.indexOf("]]>", section);
            int behind = end < 0 ? text.length() : end;
            mended.append(mended(text.substring(done, section), false));
            mended.append(mended(text.substring(section, behind), true));
            done = behind;
        }
        return mended.append(mended(text.substring(done), false)).toString();
    }

    private static String mended(String text, boolean literal) {
        int fault = firstFault(text, 0, literal);
        if (fault < 0) {
            return text;
        }
        StringBuilder mended = new StringBuilder(text.length() + 64);
        int done = 0;
        while (fault >= 0) {
            mended.append(text, done, fault);
            done = fault + mend(text, fault, mended);
            fault = firstFault(text, done, literal);
        }
        return mended.append(text, done, text.length()).toString();
    }

    private static int firstFault(String text, int from, boolean literal) {
        for (int at = from; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '&' && !literal && !isKnownEntity(text, at)
                    || character < ' ' && !isSpace(character)
                    || character > 0xFFFD) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isSpace(char character) {
        return character == '\n' || character == '\r' || character == '\t';
    }

    private static boolean isKnownEntity(String text, int at) {
        return text.startsWith("&amp;", at)
                || text.startsWith("&lt;", at)
                || text.startsWith("&gt;", at)
                || text.startsWith("&quot;", at)
                || text.startsWith("&apos;", at);
    }

    /** Writes what stands for the fault; returns how many characters it took. */
    private static int mend(String text, int at, StringBuilder mended) {
        if (text.charAt(at) != '&') {
            return 1;
        }
        Matcher entity = ENTITY.matcher(text).region(at, Math.min(text.length(), at + 40));
        if (!entity.lookingAt()) {
            mended.append("&amp;");
            return 1;
        }
        String meant = Parser.unescapeEntities(entity.group(), true);
        if (meant.equals(entity.group())) {
            mended.append("&amp;");
            return 1;
        }
        meant.codePoints()
                .filter(point -> point >= ' ' || isSpace((char) point))
                .forEach(point -> append(point, mended));
        return entity.end() - at;
    }

    private static void append(int point, StringBuilder mended) {
        switch (point) {
            case '&' -> mended.append("&amp;");
            case '<' -> mended.append("&lt;");
            default -> mended.appendCodePoint(point);
        }
    }
}
