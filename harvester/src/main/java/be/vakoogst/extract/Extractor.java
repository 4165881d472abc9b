package be.vakoogst.extract;

import be.vakoogst.fetch.Fetched;
import be.vakoogst.source.Source;

/** Reads one kind of document. Implementations are safe for use by many threads. */
public interface Extractor {

    /** Whether this extractor reads such a body, judged by its declared type and, where that is missing or a lie, its first bytes. */
    boolean reads(Fetched.Fresh fetched);

    /** What the body says. Never throws for what a publisher sent. */
    Extraction extract(Fetched.Fresh fetched, Source source);
}
