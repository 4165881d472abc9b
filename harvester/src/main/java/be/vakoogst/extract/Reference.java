package be.vakoogst.extract;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** An address as publishers write it in their documents. */
public final class Reference {

    private Reference() {}

    /** The absolute http(s) address that is meant (RFC 3986 section 5); empty for anything else. */
    public static Optional<URI> resolve(URI base, String reference) {
        String text = reference.strip().replace(" ", "%20");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI absolute = base.resolve(text);
            String scheme = String.valueOf(absolute.getScheme()).toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https")) && absolute.getHost() != null
                    ? Optional.of(absolute)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
