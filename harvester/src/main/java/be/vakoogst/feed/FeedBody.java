package be.vakoogst.feed;

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

/** The characters of a feed: a byte order mark first, then what the header says, then the XML declaration (RFC 7303 section 3); bytes that are no UTF-8 are windows-1252. */
final class FeedBody {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern DECLARED =
            Pattern.compile("<\\?xml[^>]{0,200}encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})");
    private static final int PROLOG = 512;

    private FeedBody() {}

    static String text(Fetched.Fresh fetched) {
        byte[] body = fetched.body();
        Charset charset = byteOrderMark(body)
                .or(fetched::charset)
                .or(() -> declared(body))
                .orElse(StandardCharsets.UTF_8);
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
}
