package be.vakoogst.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/** A password kept in a file that only its owner can read. */
record Secret(Path file, String value) {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    /** 144 bits, which no one guesses, in 24 letters, which one can still type. */
    private static final int BYTES = 18;

    /** Reads the file, or makes one with a random password when there is none or an empty one. */
    static Secret in(Path file) {
        try {
            String kept = Files.exists(file) ? Files.readString(file).strip() : "";
            return kept.isEmpty() ? make(file) : new Secret(guarded(file), kept);
        } catch (IOException failure) {
            throw new EmbeddedException.Unusable(file, failure);
        }
    }

    private static Secret make(Path file) throws IOException {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        String value = Base64.getUrlEncoder().encodeToString(bytes);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.writeString(file, value + "\n", StandardOpenOption.WRITE);
        return new Secret(file, value);
    }

    private static Path guarded(Path file) throws IOException {
        return Files.setPosixFilePermissions(file, OWNER_ONLY);
    }

    /** Without the password, which would end up in a log. */
    @Override
    public String toString() {
        return "Secret[" + file + "]";
    }
}
