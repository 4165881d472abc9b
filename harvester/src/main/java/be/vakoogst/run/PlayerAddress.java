package be.vakoogst.run;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.RawRecord;
import be.vakoogst.extract.Value;
import be.vakoogst.resource.Media;
import java.net.URI;
import java.util.Optional;

/** The oEmbed address that is worth asking for a page: it names one, and shows no player itself. */
final class PlayerAddress {

    /** WordPress names one on each of its pages, which answers with a preview of that very page. */
    private static final String WORDPRESS = "/wp-json/oembed/";

    private PlayerAddress() {}

    static Optional<URI> of(RawRecord page) {
        boolean playerShown = page.about(Field.MEDIA)
                .anyMatch(media -> media.value() instanceof Value.File file && file.role() == Media.Role.EMBED);
        return playerShown
                ? Optional.empty()
                : page.about(Field.OEMBED)
                        .flatMap(statement -> statement.value() instanceof Value.Link(URI url)
                                ? Optional.of(url).stream()
                                : Optional.<URI>empty().stream())
                        .filter(url -> !url.toString().contains(WORDPRESS))
                        .findFirst();
    }
}
