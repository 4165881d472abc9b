package be.vakoogst.page;

import be.vakoogst.extract.Html;
import be.vakoogst.fetch.Fetched;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * From bytes to a document. Bytes that are UTF-8 are read as such whatever is said of them, as other text is hardly ever UTF-8 by chance;
 * else the header's charset, byte order mark and meta count, in the order of the HTML standard (section 13.2.3).
 */
final class PageBody {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** What these names mean on the web is windows-1252 (WHATWG Encoding, section 4.2). */
    private static final Set<Charset> MEANT_AS_1252 = Set.of(StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII);

    private PageBody() {}

    static Document parse(Fetched.Fresh fetched, Findings findings) {
        return utf8(fetched.body())
                .map(text -> Jsoup.parse(text, fetched.url().toString()))
                .orElseGet(() -> parseOther(fetched, findings));
    }

    private static Document parseOther(Fetched.Fresh fetched, Findings findings) {
        Optional<Charset> declared = fetched.charset().filter(charset -> !charset.equals(StandardCharsets.UTF_8));
        Document page = Html.parse(fetched, declared);
        if (page.charset().equals(StandardCharsets.UTF_8)) {
            findings.notice("charset", "says UTF-8, but its bytes are none; read as windows-1252");
            return Html.parse(fetched, Optional.of(WINDOWS_1252));
        }
        return MEANT_AS_1252.contains(page.charset()) ? Html.parse(fetched, Optional.of(WINDOWS_1252)) : page;
    }

    /** Text with a NUL in it may be UTF-16 without a mark. */
    private static Optional<String> utf8(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .filter(read -> read.indexOf('\0') < 0);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
