package be.vakoogst.video;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a video of YouTube or Vimeo is embedded, from any of the addresses it has. No request is made for it. */
final class EmbedAddress {

    private record Service(Pattern address, String embed) {}

    /** The unlisted videos of Vimeo have a hash behind their number, which its player wants as {@code h}. */
    private static final List<Service> SERVICES = List.of(
            new Service(
                    Pattern.compile(
                            "(?i)^https?://(?:www\\.|m\\.)?youtube(?:-nocookie)?\\.com/(?:embed/|v/|shorts/|live/|watch\\?(?:[^#]*&)?v=)([\\w-]{11})(?![\\w-]).*"),
                    "https://www.youtube.com/embed/%s"),
            new Service(
                    Pattern.compile("(?i)^https?://youtu\\.be/([\\w-]{11})(?![\\w-]).*"),
                    "https://www.youtube.com/embed/%s"),
            new Service(
                    Pattern.compile("(?i)^https?://(?:www\\.)?vimeo\\.com/(\\d{6,12})/([0-9a-f]{6,12})\\b.*"),
                    "https://player.vimeo.com/video/%s?h=%s"),
            new Service(
                    Pattern.compile(
                            "(?i)^https?://player\\.vimeo\\.com/video/(\\d{6,12})\\?(?:[^#]*&)?h=([0-9a-f]{6,12})\\b.*"),
                    "https://player.vimeo.com/video/%s?h=%s"),
            new Service(
                    Pattern.compile(
                            "(?i)^https?://(?:www\\.|player\\.)?vimeo\\.com/(?:video/|channels/[\\w-]+/|groups/[\\w-]+/videos/)?(\\d{6,12})\\b.*"),
                    "https://player.vimeo.com/video/%s"));

    private EmbedAddress() {}

    static Optional<URI> of(URI address) {
        return SERVICES.stream()
                .map(service -> embed(service, service.address().matcher(address.toString())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<URI> embed(Service service, Matcher matcher) {
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Object[] parts = new Object[matcher.groupCount()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = matcher.group(i + 1);
        }
        return Optional.of(URI.create(service.embed().formatted(parts)));
    }
}
