package be.vakoogst.search;

import be.vakoogst.resource.Reservation;
import java.net.URI;
import java.util.Collection;
import java.util.function.BiConsumer;

/**
 * Hands on what publishers keep to themselves: in the headers of whatever shows their records (TDM Reservation Protocol, W3C 2024, section 6.2;
 * {@code noai} in X-Robots-Tag).
 */
public final class ReservedUse {

    private ReservedUse() {}

    /** @param header takes a name and a value */
    public static void tell(Collection<Reservation> reservations, BiConsumer<String, String> header) {
        if (holds(reservations, Reservation.Kind.TDM)) {
            header.accept("tdm-reservation", "1");
            reservations.stream()
                    .flatMap(reservation -> reservation.policy().stream())
                    .map(URI::toString)
                    .distinct()
                    .reduce((one, other) -> "")
                    .filter(only -> !only.isEmpty())
                    .ifPresent(only -> header.accept("tdm-policy", only));
        }
        if (holds(reservations, Reservation.Kind.AI)) {
            header.accept("X-Robots-Tag", "noai, noimageai");
        }
    }

    private static boolean holds(Collection<Reservation> reservations, Reservation.Kind kind) {
        return reservations.stream().anyMatch(reservation -> reservation.kind() == kind);
    }
}
