package be.vakoogst.folder;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.util.unit.DataSize;

/** Connectors to folders as tests want them. */
final class Folders {

    private Folders() {}

    /** @param uploads where what is uploaded lies, 5 MB at most */
    static FolderConnector connector(Path uploads) {
        return new FolderConnector(new Uploads(
                new UploadSettings(uploads, DataSize.ofMegabytes(5), URI.create("https://ons.example/documents"))));
    }
}
