package be.vakoogst.normalise;

import be.vakoogst.connector.Item;
import be.vakoogst.extract.RawRecord;
import be.vakoogst.source.Source;
import java.util.Optional;

/** stub */
public class Normaliser {
    public Normalised normalise(Item i, Optional<RawRecord> p, Source s) {
        throw new UnsupportedOperationException();
    }
}
