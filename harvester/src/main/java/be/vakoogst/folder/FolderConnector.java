package be.vakoogst.folder;

import be.vakoogst.connector.Connector;
import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Discovery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/** Reads a folder or zip of documents, or what was uploaded for a source. */
public class FolderConnector implements Connector {

    private final Uploads uploads;

    public FolderConnector(Uploads uploads) {
        this.uploads = uploads;
    }

    @Override
    public String type() {
        return "folder";
    }

    @Override
    public Stream<Discovered> discover(Discovery discovery) {
        FolderWalk walk = new FolderWalk(discovery, uploads);
        return Discovered.inSteps(walk).onClose(() -> close(walk));
    }

    private static void close(FolderWalk walk) {
        try {
            walk.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A zip file cannot be closed", e);
        }
    }
}
