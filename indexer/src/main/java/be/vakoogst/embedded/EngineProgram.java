package be.vakoogst.embedded;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.springframework.util.FileSystemUtils;

/** The engine's jars, unpacked from our own jar: once per content, and whole or not at all. */
record EngineProgram(Path folder) {

    private static final String RESOURCE = "/engine/vakoogst-engine.zip";
    private static final String PREFIX = "program-";

    /** Unpacks into a folder named by the zip's checksum under {@code parent}, unless it is there; removes those of other checksums. */
    static EngineProgram in(Path parent) {
        try {
            Files.createDirectories(parent);
            Path folder = parent.resolve(PREFIX + checksum());
            if (!Files.exists(folder)) {
                removeOthers(parent);
                unpack(parent, folder);
            }
            return new EngineProgram(folder);
        } catch (IOException failure) {
            throw new EmbeddedException.Unusable(parent, failure);
        }
    }

    /** All jars, in so few words that the command still shows whose it is ({@link Orphan}; Java shows 4,096 bytes of it). */
    String classPath() {
        return folder.resolve("lib") + File.separator + "*";
    }

    /** Where {@link EngineTraining} leaves what Java remembers of a start; there need not be any. */
    Path cache() {
        return folder.resolve("engine.aot");
    }

    private static void unpack(Path parent, Path folder) throws IOException {
        Path unfinished = Files.createTempDirectory(parent, "unfinished-");
        try (ZipInputStream zip = new ZipInputStream(zip())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                unpack(zip, entry, unfinished);
            }
        }
        moveOrYield(unfinished, folder);
    }

    private static void unpack(ZipInputStream zip, ZipEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else {
            Files.createDirectories(target.getParent());
            Files.copy(zip, target);
        }
    }

    private static void moveOrYield(Path unfinished, Path folder) throws IOException {
        try {
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException taken) {
            FileSystemUtils.deleteRecursively(unfinished);
            if (!Files.exists(folder)) {
                throw taken;
            }
        }
    }

    private static void removeOthers(Path parent) throws IOException {
        try (DirectoryStream<Path> others = Files.newDirectoryStream(parent, "{program-,unfinished-}*")) {
            for (Path other : others) {
                FileSystemUtils.deleteRecursively(other);
            }
        }
    }

    private static String checksum() throws IOException {
        try (DigestInputStream zip = new DigestInputStream(zip(), MessageDigest.getInstance("SHA-256"))) {
            zip.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(zip.getMessageDigest().digest(), 0, 8);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static InputStream zip() throws IOException {
        InputStream zip = EngineProgram.class.getResourceAsStream(RESOURCE);
        if (zip == null) {
            throw new IOException("this build carries no engine: " + RESOURCE);
        }
        return zip;
    }
}
