package be.vakoogst.fetch;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * Who we are to one publisher. Never sent anywhere but to its own origin (RFC 6454), also not behind a redirect; never printed.
 *
 * @param origin an address of the publisher's
 * @param headers what is sent, by name
 */
public record Credentials(URI origin, Map<String, String> headers) {

    public static final Credentials NONE = new Credentials(URI.create("https://localhost"), Map.of());

    public Credentials {
        headers = Map.copyOf(headers);
    }

    Map<String, String> of(URI url) {
        return sameOrigin(url) ? headers : Map.of();
    }

    private boolean sameOrigin(URI url) {
        return String.valueOf(origin.getScheme()).equalsIgnoreCase(url.getScheme())
                && String.valueOf(origin.getRawAuthority())
                        .toLowerCase(Locale.ROOT)
                        .equals(String.valueOf(url.getRawAuthority()).toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return headers.isEmpty() ? "nobody" : "credentials for " + origin.getRawAuthority();
    }
}
