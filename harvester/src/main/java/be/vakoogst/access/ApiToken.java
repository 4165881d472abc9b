package be.vakoogst.access;

import java.time.Instant;
import java.util.Optional;

/**
 * A key for a program that acts for an account; the secret itself is kept nowhere.
 *
 * @param scope the most that it opens; never more than the account's own role
 */
record ApiToken(
        long id,
        String account,
        String label,
        UserRole scope,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsed) {}
