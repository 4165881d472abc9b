package be.vakoogst.fetch;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of a body. A byte order mark decides; then the bytes themselves, as text that is UTF-8 is hardly ever something else by chance;
 * then what the header says, then what the document says of itself (the order of the HTML standard, section 13.2.3, and RFC 7303 section 3);
 * then windows-1252.
 *
 * @param fault where what was said of the body is not so
 */
public record Characters(String text, Optional<String> fault) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** What these names mean on the web is windows-1252 (WHATWG Encoding, section 4.2). */
    private static final Set<Charset> MEANT_AS_1252 = Set.of(StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII);

    private static final Set<Charset> UNICODE = Set.of(
            StandardCharsets.UTF_8, StandardCharsets.UTF_16, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);

    /** How far into a document its own word of its charset is looked for: 1024 bytes in HTML, and comments before it. */
    private static final int PROLOG = 4096;

    private static final char REPLACEMENT = '\uFFFD';

    /** @param declaration how such a document names its charset: as the first group */
    public static Characters of(byte[] body, Optional<Charset> header, Pattern declaration) {
        Optional<Charset> sixteen = sixteenBits(body);
        if (sixteen.isPresent()) {
            return new Characters(withoutMark(new String(body, sixteen.get())), Optional.empty());
        }
        Optional<Charset> said = header.or(() -> declared(body, declaration));
        return utf8(body)
                .map(text -> new Characters(withoutMark(text), contradiction(said, text.length() < body.length)))
                .orElseGet(() -> other(body, said));
    }

    private static Characters other(byte[] body, Optional<Charset> said) {
        boolean saysUnicode = said.filter(UNICODE::contains).isPresent();
        String lenient = new String(body, StandardCharsets.UTF_8);
        if (mostlyWhole(lenient)) {
            return new Characters(
                    withoutMark(lenient), Optional.of("holds bytes that are no UTF-8; they are left out"));
        }
        Charset charset = said.filter(name -> !saysUnicode && !MEANT_AS_1252.contains(name))
                .orElse(WINDOWS_1252);
        return new Characters(
                new String(body, charset),
                said.filter(name -> saysUnicode)
                        .map(name -> "says " + name + ", but its bytes are none; read as windows-1252"));
    }

    /** More letters beyond ASCII that are right than are wrong: UTF-8 that was cut or damaged somewhere. */
    private static boolean mostlyWhole(String text) {
        long wrong = text.chars().filter(character -> character == REPLACEMENT).count();
        long right = text.chars().filter(character -> character > 0x7F).count() - wrong;
        return right > wrong;
    }

    private static Optional<String> contradiction(Optional<Charset> said, boolean beyondAscii) {
        return said.filter(charset -> beyondAscii && !charset.equals(StandardCharsets.UTF_8))
                .map(charset -> "says " + charset + ", but its bytes are UTF-8");
    }

    /** UTF-16 by its mark, or by every other byte of its first two characters being zero. */
    private static Optional<Charset> sixteenBits(byte[] body) {
        if (body.length < 4) {
            return Optional.empty();
        }
        int first = (body[0] & 0xff) << 8 | body[1] & 0xff;
        if (first == 0xFEFF || body[0] == 0 && body[1] != 0 && body[2] == 0) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return first == 0xFFFE || body[0] != 0 && body[1] == 0 && body[3] == 0
                ? Optional.of(StandardCharsets.UTF_16LE)
                : Optional.empty();
    }

    /** The quick decoder replaces what is wrong: only where it may have done so, the strict one is asked. */
    private static Optional<String> utf8(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? Optional.of(text) : strictUtf8(body);
    }

    private static Optional<String> strictUtf8(byte[] body) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Optional<Charset> declared(byte[] body, Pattern declaration) {
        String prolog = new String(body, 0, Math.min(PROLOG, body.length), StandardCharsets.ISO_8859_1);
        Matcher matcher = declaration.matcher(prolog);
        return matcher.find() ? named(matcher.group(1)) : Optional.empty();
    }

    /** Empty for a name that nobody knows. */
    static Optional<Charset> named(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
