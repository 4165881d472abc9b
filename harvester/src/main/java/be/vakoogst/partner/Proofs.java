package be.vakoogst.partner;

import be.vakoogst.control.Control;
import be.vakoogst.control.Proof;
import be.vakoogst.problem.Refusal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Lets partners prove that a site is theirs, now and then. */
class Proofs {

    private static final Duration BETWEEN = Duration.ofSeconds(30);

    private final RegistrationTable table;
    private final Registrations registrations;
    private final Control control;
    private final InstantSource clock;

    Proofs(RegistrationTable table, Registrations registrations, Control control, InstantSource clock) {
        this.table = table;
        this.registrations = registrations;
        this.control = control;
        this.clock = clock;
    }

    /**
     * Looks for the token on the site.
     *
     * @return how it was found; empty when it was not
     * @throws Refusal when it was looked for a moment ago
     */
    Optional<Proof> look(Registration registration) {
        if (registration.address().getHost() == null) {
            throw Refusal.conflict("A sheet has no site of its own");
        }
        if (!table.askProof(registration.id(), clock.instant().minus(BETWEEN))) {
            throw Refusal.tooOften("It was looked for less than " + BETWEEN.toSeconds() + " seconds ago");
        }
        Optional<Proof> proof = control.of(registration.address(), registration.proofToken());
        proof.ifPresent(way -> registrations.prove(registration, way));
        return proof;
    }
}
