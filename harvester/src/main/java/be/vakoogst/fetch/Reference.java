package be.vakoogst.fetch;

import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An address as publishers write it in their documents and headers: with spaces, accents, backslashes and line ends in it. */
public final class Reference {

    /** No address that means well is longer; databases and proxies refuse it too. */
    private static final int LONGEST = 2000;

    /** What a URL may hold beside letters and digits (RFC 3986 section 2.2 and 2.3); square brackets only around an IPv6 address. */
    private static final String ALLOWED = "-._~:/?#@!$&'()*+,;=%";

    private static final Pattern HOST =
            Pattern.compile("^((?:[a-zA-Z][a-zA-Z0-9+.-]*:)?//)([^/?#:@\\[\\]]*[^\\x00-\\x7F][^/?#:@]*)");
    private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9a-fA-F]{2})");
    private static final Pattern ABOVE_ROOT = Pattern.compile("^(/\\.\\.)+(?=/|$)");

    private static final Pattern TRACKING =
            Pattern.compile("(?i)(utm_[a-z]+|fbclid|gclid|mc_cid|mc_eid|igshid|_hsenc|_hsmi|pk_campaign|pk_kwd)=.*");

    /** Seen in the feeds of newspapers: {@code #xtor=RSS-9}. */
    private static final Pattern TRACKING_FRAGMENT = Pattern.compile("(?i)#(xtor|utm_[a-z]+|ref)=.*$");

    /** {@code #!} and {@code #/} name pages of an application, and no place. */
    private static final Pattern PLACE_WITHIN = Pattern.compile("#(?![!/]).*");

    private Reference() {}

    /** The absolute http(s) address that is meant (RFC 3986 section 5, WHATWG URL), in ASCII; empty for anything else. */
    public static Optional<URI> resolve(URI base, String reference) {
        String text = withoutBreaks(reference.strip());
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(absolute(base, isPlain(text) ? text : encoded(ascii(text))))
                    .filter(Reference::isWeb);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Without what only counts clicks, in the query or behind a {@code #}: what names an item that has no other name. A short list that never
     * changes, as with it every such item would become another one; the addresses that are shown are cleaned by {@code normalise}.
     */
    public static URI withoutTracking(URI url) {
        String text = TRACKING_FRAGMENT.matcher(url.toString()).replaceFirst("");
        String query = url.getRawQuery();
        String kept = query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(pair -> !TRACKING.matcher(pair).matches())
                        .collect(Collectors.joining("&"));
        return query == null || kept.equals(query)
                ? URI.create(text)
                : URI.create(text.replace("?" + query, kept.isEmpty() ? "" : "?" + kept));
    }

    /** Without what names a place within the page; empty for a place within the very page that refers to it. */
    public static String withoutPlace(String reference) {
        return PLACE_WITHIN.matcher(reference).replaceFirst("");
    }

    private static boolean isWeb(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        return (scheme.equals("http") || scheme.equals("https")) && url.getHost() != null;
    }

    /** As {@link URI#resolve(URI)}, which takes a query alone and a base without path as RFC 2396 did. */
    private static URI absolute(URI base, String reference) {
        if (reference.startsWith("?")) {
            return URI.create(base.toString().replaceFirst("[?#].*$", "") + reference);
        }
        String path = base.getRawPath();
        URI rooted = path == null || path.isEmpty() ? base.resolve("/") : base;
        return belowRoot(rooted.resolve(reference));
    }

    /** {@code ../} cannot lead out of the root (RFC 3986 section 5.2.4). */
    private static URI belowRoot(URI url) {
        String path = String.valueOf(url.getRawPath());
        if (!path.startsWith("/..")) {
            return url;
        }
        Matcher above = ABOVE_ROOT.matcher(path);
        return above.find() ? URI.create(url.toString().replaceFirst(Pattern.quote(above.group()), "")) : url;
    }

    private static String withoutBreaks(String text) {
        boolean broken = text.indexOf('\t') >= 0 || text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0;
        return broken ? text.replaceAll("[\\t\\r\\n]", "") : text;
    }

    /** Most addresses are written as they should be, and there are hundreds on a page. */
    private static boolean isPlain(String text) {
        return text.chars().allMatch(character -> character != '%' && isAllowed(character));
    }

    private static boolean isAllowed(int character) {
        return character < 0x80 && (Character.isLetterOrDigit(character) || ALLOWED.indexOf(character) >= 0);
    }

    /** The host in the letters of DNS (RFC 3490). */
    private static String ascii(String text) {
        Matcher host = HOST.matcher(text);
        return host.find() ? host.group(1) + IDN.toASCII(host.group(2)) + text.substring(host.end()) : text;
    }

    private static String encoded(String text) {
        int brackets = text.indexOf("//[") < 0 ? 0 : text.indexOf(']') + 1;
        StringBuilder encoded = new StringBuilder(text.length() + 16).append(text, 0, brackets);
        text.substring(brackets).replace('\\', '/').codePoints().forEach(point -> encode(point, encoded));
        return LONE_PERCENT.matcher(encoded).replaceAll("%25");
    }

    private static void encode(int point, StringBuilder encoded) {
        if (isAllowed(point)) {
            encoded.append((char) point);
        } else {
            for (byte one : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(one));
            }
        }
    }
}
