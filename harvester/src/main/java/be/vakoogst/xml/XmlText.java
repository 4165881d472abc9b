package be.vakoogst.xml;

import be.vakoogst.fetch.Fetched;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** The characters of an XML document: a byte order mark first, then what the header says, then the XML declaration (RFC 7303 section 3); bytes that are no UTF-8 are windows-1252. */
public final class XmlText {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern DECLARED =
            Pattern.compile("<\\?xml[^>]{0,200}encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})");
    private static final Pattern ENTITY =
            Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});");
    private static final int PROLOG = 512;

    private XmlText() {}

    /** As they were sent, faults and all. */
    public static String of(Fetched.Fresh fetched) {
        return of(fetched.body(), fetched.charset());
    }

    /** @param stated by the header, where it names a known one */
    public static String of(byte[] body, Optional<Charset> stated) {
        Charset charset =
                byteOrderMark(body).or(() -> stated).or(() -> declared(body)).orElse(StandardCharsets.UTF_8);
        String text = decode(body, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Optional<Charset> byteOrderMark(byte[] body) {
        if (startsWith(body, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        return startsWith(body, 0xFE, 0xFF) || startsWith(body, 0xFF, 0xFE)
                ? Optional.of(StandardCharsets.UTF_16)
                : Optional.empty();
    }

    private static boolean startsWith(byte[] body, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (body.length <= i || (body[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Charset> declared(byte[] body) {
        String prolog = new String(body, 0, Math.min(PROLOG, body.length), StandardCharsets.ISO_8859_1);
        Matcher matcher = DECLARED.matcher(prolog);
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            String name = matcher.group(1).toLowerCase(Locale.ROOT);
            return Optional.of(name.equals("iso-8859-1") ? WINDOWS_1252 : Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static String decode(byte[] body, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            Charset other = charset.equals(StandardCharsets.UTF_8) ? WINDOWS_1252 : StandardCharsets.UTF_8;
            return new String(body, other);
        }
    }

    /**
     * What a strict parser would stop at, mended: characters that XML forbids (XML 1.0 section 2.2) go, named entities of HTML become what they
     * mean, and an ampersand that begins no entity becomes one.
     */
    public static String mended(String text) {
        int fault = firstFault(text, 0);
        if (fault < 0) {
            return text;
        }
        StringBuilder mended = new StringBuilder(text.length() + 64);
        int done = 0;
        while (fault >= 0) {
            mended.append(text, done, fault);
            done = fault + mend(text, fault, mended);
            fault = firstFault(text, done);
        }
        return mended.append(text, done, text.length()).toString();
    }

    private static int firstFault(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '&' && !isKnownEntity(text, at)
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
