package be.vakoogst.document.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.pdf.PDFParser;

/** Tika's, which also looks for the largest words of a document that it has open, so that nobody opens it again for them. */
final class PdfParser extends PDFParser {

    private static final long serialVersionUID = 1;

    /** What stands largest in the first PDF that is read in a context, which is the document itself and none of its parts. */
    static final class Heading {

        private Optional<String> words = Optional.empty();
        private boolean looked;

        Optional<String> words() {
            return words;
        }

        private void look(PDDocument document) {
            if (!looked) {
                looked = true;
                words = LargestWords.of(document);
            }
        }
    }

    @Override
    protected PDDocument getPDDocument(
            InputStream bytes,
            TikaInputStream stream,
            String password,
            StreamCacheCreateFunction cache,
            Metadata metadata,
            ParseContext context)
            throws IOException, EncryptedDocumentException {
        PDDocument document = super.getPDDocument(bytes, stream, password, cache, metadata, context);
        Optional.ofNullable(context.get(Heading.class)).ifPresent(heading -> heading.look(document));
        return document;
    }
}
