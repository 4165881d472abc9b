package be.vakoogst.document;

import be.vakoogst.extract.Extraction;
import be.vakoogst.extract.Extractor;
import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Stage;
import be.vakoogst.fetch.Body;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.source.Source;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads documents that are no pages, in a process apart. Of a document its reading is kept, not its bytes: a few hundred kilobytes, from which
 * its record can be made again without asking for it.
 */
public class DocumentExtractor implements Extractor {

    /** Of a reading that was kept. */
    private static final String KEPT = "application/vnd.vakoogst.reading+json";

    private static final int SNIFFED = 1024;
    private static final ObjectReader JSON = JsonMapper.shared().readerFor(Reading.class);

    private final Readers readers;

    public DocumentExtractor(Readers readers) {
        this.readers = readers;
    }

    @Override
    public boolean reads(Fetched.Fresh fetched) {
        return fetched.mediaType().equals(KEPT)
                || Kind.isDocument(fetched.body().start(SNIFFED), fetched.mediaType(), FileName.of(fetched.url()));
    }

    @Override
    public Extraction extract(Fetched.Fresh fetched, Source source) {
        if (fetched.mediaType().equals(KEPT)) {
            return read(
                    fetched,
                    JSON.readValue(fetched.body().bytes()),
                    fetched.body().bytes());
        }
        return switch (readers.read(fetched.body().file(), FileName.of(fetched.url()))) {
            case Answer.Read(Reading reading) ->
                read(fetched, reading, JsonMapper.shared().writeValueAsBytes(reading));
            case Answer.Refused(var reason, var detail) ->
                new Extraction.Unreadable(new Failure(fetched.url(), Stage.EXTRACT, reason, detail));
        };
    }

    private static Extraction read(Fetched.Fresh fetched, Reading reading, byte[] json) {
        Fetched.Fresh kept = new Fetched.Fresh(
                fetched.url(),
                Body.of(json),
                KEPT,
                java.util.Optional.empty(),
                fetched.validators(),
                fetched.headers());
        return new Extraction.Read(new DocumentStatements(fetched, reading).raw(), kept);
    }
}
