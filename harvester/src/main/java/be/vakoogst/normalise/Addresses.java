package be.vakoogst.normalise;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Addresses without what only tells who clicked where. The parameters stand in {@code config/vocabularies/tracking-parameters.txt}. */
final class Addresses {

    private static final Pattern SESSION_IN_PATH = Pattern.compile("(?i);(?:jsessionid|phpsessid|sid)=[^/?#;]*");

    private final List<Pattern> tracking;

    private Addresses(List<Pattern> tracking) {
        this.tracking = tracking;
    }

    /** @param lines one parameter each, {@code *} standing for anything, {@code #} before a comment */
    static Addresses without(List<String> lines) {
        return new Addresses(lines.stream()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .map(line -> Pattern.compile(
                        Arrays.stream(line.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                        Pattern.CASE_INSENSITIVE))
                .toList());
    }

    /** The same place, by as short an address as leads there: RFC 3986 section 6.2.2 and 6.2.3 for scheme, host and port; all else to the letter. */
    URI clean(URI url) {
        if (url.isOpaque() || url.getHost() == null) {
            return url;
        }
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        String user = url.getRawUserInfo() == null ? "" : url.getRawUserInfo() + "@";
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String clean = scheme + "://" + user + url.getHost().toLowerCase(Locale.ROOT) + port(scheme, url.getPort())
                + SESSION_IN_PATH.matcher(path).replaceAll("") + query(url.getRawQuery())
                + fragment(url.getRawFragment());
        return URI.create(clean);
    }

    private static String port(String scheme, int port) {
        boolean usual = port < 0 || scheme.equals("http") && port == 80 || scheme.equals("https") && port == 443;
        return usual ? "" : ":" + port;
    }

    private String query(String query) {
        if (query == null) {
            return "";
        }
        String kept = Arrays.stream(query.split("&"))
                .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    /** A fragment may track too ({@code #xtor=…}), or point at a sentence ({@code #:~:text=…}). */
    private String fragment(String fragment) {
        if (fragment == null || fragment.isEmpty()) {
            return "";
        }
        String kept = fragment.replaceFirst(":~:.*", "");
        return kept.isEmpty() || isTracking(kept) ? "" : "#" + kept;
    }

    private boolean isTracking(String parameter) {
        String name = parameter.split("=", 2)[0];
        return tracking.stream().anyMatch(one -> one.matcher(name).matches());
    }
}
