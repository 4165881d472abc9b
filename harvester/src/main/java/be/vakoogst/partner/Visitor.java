package be.vakoogst.partner;

import be.vakoogst.resource.Digest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Who asks, told apart for a day and no longer: the address itself is kept nowhere. */
final class Visitor {

    private static final int BYTES = 12;

    private Visitor() {}

    static String of(String remoteAddress, InstantSource clock) {
        LocalDate day = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        return Digest.of(day + "\n" + remoteAddress).hex(BYTES);
    }
}
