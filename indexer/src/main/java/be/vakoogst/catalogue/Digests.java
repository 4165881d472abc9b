package be.vakoogst.catalogue;

import java.util.Arrays;

/** SHA-256 of a record's content and of its provenance, both as JSON. */
record Digests(byte[] content, byte[] provenance) {

    boolean sameContent(Digests other) {
        return Arrays.equals(content, other.content);
    }

    boolean sameProvenance(Digests other) {
        return Arrays.equals(provenance, other.provenance);
    }
}
