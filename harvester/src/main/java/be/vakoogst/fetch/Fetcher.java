package be.vakoogst.fetch;
/** stub */
public final class Fetcher implements AutoCloseable {
    public Fetched fetch(FetchRequest r) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
