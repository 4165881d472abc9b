package be.vakoogst.extract;

import be.vakoogst.failure.Failure;
import be.vakoogst.fetch.Fetched;

/** What came of reading a body. */
public sealed interface Extraction {

    /** @param kept what is stored to read it again later without asking for it: the body itself, or less where that is large; its body is in memory */
    record Read(RawRecord raw, Fetched.Fresh kept) implements Extraction {}

    record Unreadable(Failure failure) implements Extraction {}
}
