package be.vakoogst.partner;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;

/** Who asks, told apart for a day and no longer: the address itself is kept nowhere. */
final class Visitor {

    private static final int BYTES = 12;

    private Visitor() {}

    static String of(String remoteAddress, InstantSource clock) {
        LocalDate day = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((day + "\n" + remoteAddress).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
