package be.vakoogst.republish;

import be.vakoogst.resource.Attribution;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.Reservation;
import be.vakoogst.search.ReservedUse;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a record says of its use, in words for formats that have one field for it: the licence first, then what is reserved. */
final class Rights {

    private Rights() {}

    static List<String> of(LearningResource resource) {
        return Stream.concat(
                        Stream.of(Attribution.licence(resource)).filter(licence -> !licence.isEmpty()),
                        resource.reservations().stream().map(Rights::words))
                .toList();
    }

    /** As meta elements of its page: name and content. */
    static Map<String, String> reserved(LearningResource resource) {
        Map<String, String> metas = new LinkedHashMap<>();
        ReservedUse.tell(
                resource.reservations(),
                (name, value) -> metas.put(name.equals("X-Robots-Tag") ? "robots" : name, value));
        return metas;
    }

    private static String words(Reservation reservation) {
        String policy = reservation
                .policy()
                .map(URI::toString)
                .map(uri -> "; tdm-policy: " + uri)
                .orElse("");
        return switch (reservation.kind()) {
            case TDM -> "tdm-reservation: 1" + policy;
            case AI -> "robots: noai, noimageai";
        };
    }
}
