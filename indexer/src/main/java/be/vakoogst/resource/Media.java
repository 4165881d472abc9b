package be.vakoogst.resource;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A file or player behind a resource.
 *
 * @param title what it is called, where that is not the resource's own title
 * @param mediaType an IANA media type where stated, such as {@code video/mp4}
 * @param bytes its size where stated
 * @param role whether the address gives the file itself, a page that plays it, or one of many parts
 */
public record Media(
        URI url,
        Optional<String> title,
        Optional<String> mediaType,
        Optional<Duration> duration,
        Optional<Long> bytes,
        Role role) {

    Media movedTo(URI to) {
        return new Media(to, title, mediaType, duration, bytes, role);
    }

    public enum Role implements Code {
        CONTENT,
        EMBED,
        /** One of the documents of a dossier; where it stands in an archive, its path is the address's fragment. */
        PART,
        /** Captions or a transcript of it. */
        CAPTIONS
    }
}
