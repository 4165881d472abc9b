package be.vakoogst.access;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who may sign in, without what they sign in with.
 *
 * @param ownPassword false for the first account, whose password comes from the environment or the data folder
 * @param lockedUntil after too many wrong passwords; may lie in the past
 */
record Account(
        String name,
        UserRole role,
        boolean ownPassword,
        boolean enabled,
        Optional<Instant> lockedUntil,
        Instant createdAt,
        Optional<Instant> lastSignIn) {}
