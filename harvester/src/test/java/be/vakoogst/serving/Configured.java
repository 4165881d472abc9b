package be.vakoogst.serving;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** A configuration folder as an operator has it, with the real vocabularies and the sources of a test. */
public record Configured(Path folder) {

    /** @param folder empty */
    public static Configured in(Path folder) throws IOException {
        FileSystemUtils.copyRecursively(Path.of("../config/vocabularies"), folder.resolve("vocabularies"));
        Files.createDirectories(folder.resolve("sources"));
        return new Configured(folder);
    }

    /** A feed whose publisher is asked four times at once and without delay. */
    public Configured feed(String id, URI url) throws IOException {
        return source(id, "connector: {type: feed, url: \"" + url + "\"}\npoliteness: {delay: 0s, concurrency: 4}\n");
    }

    /** @param rest of the file, behind id, name and kind */
    public Configured source(String id, String rest) throws IOException {
        Files.writeString(
                folder.resolve("sources").resolve(id + ".yml"),
                "id: " + id + "\nname: " + id + "\nkind: publisher\n" + rest);
        return this;
    }

    /** Settings of the operator's file. */
    public Configured settings(String yaml) throws IOException {
        Files.writeString(folder.resolve("application.yml"), yaml);
        return this;
    }
}
