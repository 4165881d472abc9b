package be.vakoogst.resource;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A file or player behind a resource.
 *
 * @param mediaType an IANA media type where stated, such as {@code video/mp4}
 * @param bytes its size where stated
 * @param role whether the address gives the file itself or a page that plays it
 */
public record Media(URI url, Optional<String> mediaType, Optional<Duration> duration, Optional<Long> bytes, Role role) {

    public enum Role implements Code {
        CONTENT,
        EMBED
    }
}
