package be.vakoogst.partner;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names that cannot be guessed, for what anybody may open who knows its address. */
final class Unguessable {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private Unguessable() {}

    static String name() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
