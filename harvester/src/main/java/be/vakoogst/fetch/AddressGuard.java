package be.vakoogst.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Lets connections go only to public addresses (RFC 6890 and the IANA special-purpose registries), except where an operator allows more.
 * It stands where names become addresses, so that no redirect, spelling or changing DNS answer gets around it.
 */
final class AddressGuard implements DnsResolver {

    private static final List<Range> NOT_PUBLIC = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/96",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "3fff::/20",
            "5f00::/16",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8");

    /** Ranges that carry an IPv4 address, at these byte offsets: NAT64 (RFC 6052) and 6to4 (RFC 3056). */
    private static final Range NAT64 = Range.parse("64:ff9b::/96");

    private static final Range SIX_TO_FOUR = Range.parse("2002::/16");

    /** A leading zero says octal to the C library and nothing to Java (RFC 6943 section 3.1.1). */
    private static final Pattern OCTAL = Pattern.compile("(?:\\d+\\.)*0\\d+(?:\\.\\d+)*\\.?");

    private final List<String> allowedHosts;
    private final List<Range> allowedRanges;

    /** @param allowed host names (with or without port), addresses, or CIDR ranges */
    AddressGuard(List<String> allowed) {
        this.allowedRanges =
                allowed.stream().filter(Range::looksLike).map(Range::parse).toList();
        this.allowedHosts = allowed.stream()
                .filter(entry -> !Range.looksLike(entry))
                .map(entry -> entry.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The host has only addresses that are not public. */
    static final class NotPublic extends UnknownHostException {

        NotPublic(String host, List<InetAddress> addresses) {
            super(host + " is at "
                    + addresses.stream().map(InetAddress::getHostAddress).toList() + ", which is not a public address");
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return permitted(host, 0).toArray(InetAddress[]::new);
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        return permitted(host, port).stream()
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private List<InetAddress> permitted(String host, int port) throws UnknownHostException {
        if (OCTAL.matcher(host).matches()) {
            throw new UnknownHostException(host + " means one address to some and another to others");
        }
        List<InetAddress> all = List.of(InetAddress.getAllByName(host));
        if (allowsHost(host.toLowerCase(Locale.ROOT), port)) {
            return all;
        }
        List<InetAddress> permitted = all.stream().filter(this::permits).toList();
        if (permitted.isEmpty()) {
            throw new NotPublic(host, all);
        }
        return permitted;
    }

    private boolean allowsHost(String host, int port) {
        return allowedHosts.contains(host) || allowedHosts.contains(host + ":" + port);
    }

    boolean permits(InetAddress address) {
        return isPublic(address) || allowedRanges.stream().anyMatch(range -> range.contains(address));
    }

    static boolean isPublic(InetAddress address) {
        if (address instanceof Inet6Address && (NAT64.contains(address) || SIX_TO_FOUR.contains(address))) {
            return isPublic(embedded(address, NAT64.contains(address) ? 12 : 2));
        }
        return NOT_PUBLIC.stream().noneMatch(range -> range.contains(address));
    }

    private static InetAddress embedded(InetAddress address, int offset) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), offset, offset + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are always an address", e);
        }
    }

    private static List<Range> ranges(String... cidrs) {
        return Arrays.stream(cidrs).map(Range::parse).toList();
    }

    /** A CIDR range (RFC 4632); a single address is one of full length. IPv4-mapped addresses are IPv4 ones to Java. */
    record Range(byte[] network, int length) {

        static boolean looksLike(String text) {
            String address = text.contains("/") ? text.substring(0, text.indexOf('/')) : text;
            return address.matches("[0-9.]+")
                    || address.chars().filter(c -> c == ':').count() > 1;
        }

        static Range parse(String cidr) {
            String[] parts = cidr.split("/", 2);
            try {
                byte[] network = InetAddress.ofLiteral(parts[0]).getAddress();
                int length = parts.length == 2 ? Integer.parseInt(parts[1]) : network.length * 8;
                if (length < 0 || length > network.length * 8) {
                    throw new IllegalArgumentException("prefix length");
                }
                return new Range(network, length);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "vakoogst.fetch.allow-private (VAKOOGST_ALLOW_PRIVATE) holds '" + cidr
                                + "' and must hold host names, addresses or CIDR ranges",
                        e);
            }
        }

        boolean contains(InetAddress address) {
            byte[] bytes = address.getAddress();
            if (bytes.length != network.length || (network.length == 4) != (address instanceof Inet4Address)) {
                return false;
            }
            int whole = length / 8;
            int mask = 0xff << (8 - length % 8) & 0xff;
            return Arrays.equals(bytes, 0, whole, network, 0, whole)
                    && (length % 8 == 0 || (bytes[whole] & mask) == (network[whole] & mask));
        }
    }
}
