package be.vakoogst.extract;

import be.vakoogst.fetch.Fetched;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What was fetched, as a document of HTML. */
public final class Html {

    private Html() {}

    /** By the charset of the answer's header, else by its byte order mark or meta element. */
    public static Document parse(Fetched.Fresh fetched) {
        return parse(fetched, fetched.charset());
    }

    /** @param charset that holds against a meta element; without it, mark and meta decide */
    public static Document parse(Fetched.Fresh fetched, Optional<Charset> charset) {
        try {
            return Jsoup.parse(
                    new ByteArrayInputStream(fetched.body()),
                    charset.map(Charset::name).orElse(null),
                    fetched.url().toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory can always be read", e);
        }
    }
}
