package be.vakoogst.document.process;

import be.vakoogst.document.DocumentSettings.Limits;
import be.vakoogst.failure.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.EmbeddedContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** What lies within a document: read as far as the limits go. A part that cannot be read costs itself alone. */
final class Parts implements EmbeddedDocumentExtractor {

    private static final int MOST_NOTICES = 20;

    /** No words in them. */
    private static final Pattern SILENT = Pattern.compile(
            "(?i).*\\.(jpe?g|png|gif|svg|bmp|tiff?|webp|emf|wmf|ico|js|css|map|json|xml|xsd|dtd|woff2?|ttf|eot|otf|mp[34]|m4[av]|webm|ogg|wav|avi|mov|wmv|exe|dll|class|glb|gltf|usdz|bin|fbx|obj|unity3d)");

    private final Parser parser;
    private final ParseContext context;
    private final Limits limits;
    private final List<String> notices = new ArrayList<>();
    private long unpacked;
    private int depth;
    private int read;

    Parts(Parser parser, ParseContext context, Limits limits) {
        this.parser = parser;
        this.context = context;
        this.limits = limits;
    }

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
        String type = String.valueOf(metadata.get(Metadata.CONTENT_TYPE));
        return read < limits.parts()
                && !type.startsWith("image/")
                && !SILENT.matcher(name(metadata)).matches();
    }

    @Override
    public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml)
            throws SAXException, IOException {
        if (depth >= limits.nesting()) {
            throw new Refusal(Reason.BOMB, "parts nested deeper than " + limits.nesting());
        }
        read++;
        depth++;
        try (TikaInputStream part = TikaInputStream.get(new Weighed(CloseShieldInputStream.wrap(stream)))) {
            parser.parse(part, new EmbeddedContentHandler(new BodyContentHandler(handler)), metadata, context);
        } catch (TikaException e) {
            DocumentReader.refusal(e).ifPresent(refusal -> {
                throw refusal;
            });
            notice(name(metadata) + ": " + DocumentReader.message(e));
        } finally {
            depth--;
        }
    }

    private void notice(String text) {
        if (notices.size() < MOST_NOTICES) {
            notices.add(text);
        }
    }

    List<String> notices() {
        return notices;
    }

    private static String name(Metadata metadata) {
        return Optional.ofNullable(metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY))
                .orElse("part")
                .toLowerCase(Locale.ROOT);
    }

    /** Counts what is unpacked, of all parts together. */
    private final class Weighed extends FilterInputStream {

        Weighed(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int some = super.read(bytes, offset, length);
            count(some);
            return some;
        }

        private void count(int bytes) {
            unpacked += Math.max(0, bytes);
            if (unpacked > limits.unpacked()) {
                throw new Refusal(Reason.BOMB, "its parts unpack to more than " + (limits.unpacked() >> 20) + " MB");
            }
        }
    }
}
