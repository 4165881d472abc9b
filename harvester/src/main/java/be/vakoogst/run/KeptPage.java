package be.vakoogst.run;

import be.vakoogst.catalogue.Payload;
import be.vakoogst.fetch.Body;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Validators;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is kept of an item's page, to make its record again without asking for it.
 *
 * @param page as it was fetched, or what was read of a document
 * @param player what the oEmbed address of the page answered
 */
record KeptPage(Optional<Fetched.Fresh> page, Optional<Fetched.Fresh> player) {

    static final KeptPage NOTHING = new KeptPage(Optional.empty(), Optional.empty());

    private static final String PAGE = "page";
    private static final String PLAYER = "player";

    /** Under which names it is kept. */
    static final List<String> PARTS = List.of(PAGE, PLAYER);

    static KeptPage of(List<Payload> payloads) {
        return new KeptPage(part(payloads, PAGE), part(payloads, PLAYER));
    }

    Stream<Payload> payloads() {
        return Stream.concat(
                page.stream().map(kept -> payload(PAGE, kept)), player.stream().map(kept -> payload(PLAYER, kept)));
    }

    private static Payload payload(String part, Fetched.Fresh kept) {
        return new Payload(
                part, kept.url(), KeptType.of(kept).toString(), kept.body().bytes());
    }

    private static Optional<Fetched.Fresh> part(List<Payload> payloads, String part) {
        return payloads.stream()
                .filter(payload -> payload.part().equals(part))
                .findFirst()
                .map(KeptPage::asFetched);
    }

    private static Fetched.Fresh asFetched(Payload payload) {
        KeptType type = KeptType.read(payload.mediaType());
        return new Fetched.Fresh(
                payload.url(),
                Body.of(payload.content()),
                type.mediaType(),
                type.charset(),
                Validators.NONE,
                type.headers());
    }
}
