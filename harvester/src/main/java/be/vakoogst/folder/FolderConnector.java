package be.vakoogst.folder;

import be.vakoogst.connector.Connector;
import be.vakoogst.connector.Discovered;
import be.vakoogst.connector.Discovery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/** Reads a folder or zip of documents. */
public class FolderConnector implements Connector {

    @Override
    public String type() {
        return "folder";
    }

    @Override
    public Stream<Discovered> discover(Discovery discovery) {
        FolderWalk walk = new FolderWalk(discovery);
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
