package be.vakoogst.document.process;

import java.util.HashMap;
import java.util.Map;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.CompositeParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.pdf.PDFParser;

/** Tika's parsers by what they read, asked once: Tika itself asks all of them again for each document and each part of one. */
final class Parsers extends AutoDetectParser {

    private static final long serialVersionUID = 1;

    private final transient Map<MediaType, Parser> known;

    Parsers(TikaConfig tika) {
        super(tika);
        this.known = new HashMap<>(((CompositeParser) tika.getParser()).getParsers(new ParseContext()));
        Parser pdf = new PdfParser();
        known.replaceAll((type, parser) -> parser instanceof PDFParser ? pdf : parser);
    }

    @Override
    public Map<MediaType, Parser> getParsers(ParseContext context) {
        return known;
    }
}
