package be.vakoogst.access;

import be.vakoogst.resource.Digest;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Remembers which passwords were found right, as a salted digest in memory only: HTTP Basic sends the password with every request, and a
 * hash that is slow on purpose would cost a tenth of a second of processor time each. A wrong password is always checked slowly, and a
 * changed one is another hash, so that nothing remembered fits it.
 */
final class ProvenPasswords implements PasswordEncoder {

    private static final int REMEMBERED = 1000;

    private final PasswordEncoder slow;
    private final byte[] salt = new byte[32];
    private final Set<String> proven = new HashSet<>();
    private final Deque<String> inOrder = new ArrayDeque<>();

    ProvenPasswords(PasswordEncoder slow) {
        this.slow = slow;
        new SecureRandom().nextBytes(salt);
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return slow.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
        String digest = digest(password + "\n" + encoded);
        if (isProven(digest)) {
            return true;
        }
        boolean right = slow.matches(password, encoded);
        if (right) {
            remember(digest);
        }
        return right;
    }

    @Override
    public boolean upgradeEncoding(@Nullable String encoded) {
        return slow.upgradeEncoding(encoded);
    }

    private synchronized boolean isProven(String digest) {
        return proven.contains(digest);
    }

    private synchronized void remember(String digest) {
        if (proven.add(digest)) {
            inOrder.addLast(digest);
        }
        if (proven.size() > REMEMBERED) {
            proven.remove(inOrder.removeFirst());
        }
    }

    private String digest(String text) {
        return new Digest().add(salt).add(text).hex(Digest.WHOLE);
    }
}
