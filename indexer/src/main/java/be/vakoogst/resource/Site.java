package be.vakoogst.resource;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a publisher is on the web.
 *
 * @param name the host in small letters without {@code www.}, and its port where the address says one
 */
public record Site(String name) {

    private static final String WWW = "www.";

    /** Empty for what is not on the web, such as an upload. */
    public static Optional<Site> of(URI address) {
        return Optional.ofNullable(address.getHost())
                .map(host -> host.toLowerCase(Locale.ROOT))
                .map(host -> host.startsWith(WWW) ? host.substring(WWW.length()) : host)
                .map(host -> new Site(host + (address.getPort() < 0 ? "" : ":" + address.getPort())));
    }

    /** Whether these are one publisher's: the same, or one a part of the other, such as {@code feeds.vakblad.example} of {@code vakblad.example}. */
    public boolean isWith(Site other) {
        return name.equals(other.name) || name.endsWith("." + other.name) || other.name.endsWith("." + name);
    }
}
