package be.vakoogst.page;

import be.vakoogst.fetch.Fetched;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** From bytes to a document: the header's charset, else byte order mark and meta as jsoup reads them; wrong UTF-8 is read as windows-1252. */
final class PageBody {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private PageBody() {}

    static Document parse(Fetched.Fresh fetched, Findings findings) {
        String declared = fetched.charset().map(Charset::name).orElse(null);
        Document page = parse(fetched, declared);
        if (page.charset().equals(StandardCharsets.UTF_8) && !isUtf8(fetched.body())) {
            findings.notice("charset", "says UTF-8, but its bytes are none; read as windows-1252");
            return parse(fetched, WINDOWS_1252.name());
        }
        return page;
    }

    private static Document parse(Fetched.Fresh fetched, @org.jspecify.annotations.Nullable String charset) {
        try {
            return Jsoup.parse(
                    new ByteArrayInputStream(fetched.body()),
                    charset,
                    fetched.url().toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory can always be read", e);
        }
    }

    private static boolean isUtf8(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
