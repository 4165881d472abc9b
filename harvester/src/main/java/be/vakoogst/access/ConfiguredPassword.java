package be.vakoogst.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * For a password that the operator gives in the clear at each start and that is never stored: compared in constant time. A slow hash would
 * protect nothing here, and cost a tenth of a second of processor time at each request of the API.
 */
final class ConfiguredPassword implements PasswordEncoder {

    private final byte[] salt = new byte[32];

    ConfiguredPassword() {
        new SecureRandom().nextBytes(salt);
    }

    @Override
    public String encode(@Nullable CharSequence password) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return HexFormat.of()
                    .formatHex(digest.digest(String.valueOf(password).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
        return encoded != null
                && MessageDigest.isEqual(
                        encode(password).getBytes(StandardCharsets.UTF_8), encoded.getBytes(StandardCharsets.UTF_8));
    }
}
