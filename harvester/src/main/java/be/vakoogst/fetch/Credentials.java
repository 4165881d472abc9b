package be.vakoogst.fetch;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who we are to one publisher. Never sent anywhere but to its own origin (RFC 6454), also not behind a redirect; never printed.
 *
 * @param origin an address of the publisher's
 * @param headers what is sent, by name
 * @param parameters what is added to the address, by name; no failure ever shows it
 */
public record Credentials(URI origin, Map<String, String> headers, Map<String, String> parameters) {

    public static final Credentials NONE = new Credentials(URI.create("https://localhost"), Map.of(), Map.of());

    public Credentials {
        headers = Map.copyOf(headers);
        parameters = Map.copyOf(parameters);
    }

    Map<String, String> of(URI url) {
        return sameOrigin(url) ? headers : Map.of();
    }

    /** The address that is really asked. */
    URI address(URI url) {
        if (parameters.isEmpty() || !sameOrigin(url)) {
            return url;
        }
        String added = parameters.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create(url + (url.getRawQuery() == null ? "?" : "&") + added);
    }

    private boolean sameOrigin(URI url) {
        return String.valueOf(origin.getScheme()).equalsIgnoreCase(url.getScheme())
                && String.valueOf(origin.getRawAuthority())
                        .toLowerCase(Locale.ROOT)
                        .equals(String.valueOf(url.getRawAuthority()).toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return headers.isEmpty() && parameters.isEmpty() ? "nobody" : "credentials for " + origin.getRawAuthority();
    }
}
