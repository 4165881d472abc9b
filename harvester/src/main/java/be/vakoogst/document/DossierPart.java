package be.vakoogst.document;

import be.vakoogst.extract.JunkTitle;
import be.vakoogst.extract.Value;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLConnection;
import java.util.Optional;

/** A file of an archive as a part of its resource. */
final class DossierPart {

    private DossierPart() {}

    /** Empty where its name is no name. */
    static Optional<Value.Part> of(URI archive, Reading.Part part) {
        String name = part.name().substring(part.name().lastIndexOf('/') + 1);
        return address(archive, part.name())
                .map(url -> new Value.Part(
                        JunkTitle.readable(name).orElse(name),
                        url,
                        Optional.ofNullable(URLConnection.guessContentTypeFromName(name)),
                        part.bytes() < 0 ? Optional.empty() : Optional.of(part.bytes())));
    }

    private static Optional<URI> address(URI archive, String path) {
        try {
            return Optional.of(archive.resolve(new URI(null, null, null, -1, null, null, path)));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
