package be.vakoogst.extract;

import be.vakoogst.failure.Failure;

/** What came of reading a body. */
public sealed interface Extraction {

    record Read(RawRecord raw) implements Extraction {}

    record Unreadable(Failure failure) implements Extraction {}
}
