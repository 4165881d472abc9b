package be.vakoogst.document;

import java.net.URI;

/** What the file of an address is called. */
final class FileName {

    private FileName() {}

    /** The last part of its path, decoded; empty where there is none. */
    static String of(URI url) {
        String path = url.getPath() == null ? "" : url.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
