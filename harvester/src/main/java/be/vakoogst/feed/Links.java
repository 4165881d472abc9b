package be.vakoogst.feed;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Addresses as feeds write them. */
final class Links {

    private static final Pattern TRACKING =
            Pattern.compile("(?i)(utm_[a-z]+|fbclid|gclid|mc_cid|mc_eid|igshid|_hsenc|_hsmi|pk_campaign|pk_kwd)=.*");

    private Links() {}

    /** An absolute http(s) address; empty for anything else. */
    static Optional<URI> resolve(URI base, String reference) {
        String text = reference.strip().replace(" ", "%20");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI absolute = base.resolve(text);
            String scheme =
                    absolute.getScheme() == null ? "" : absolute.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https")) && absolute.getHost() != null
                    ? Optional.of(absolute)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Without what only counts clicks. */
    static URI withoutTracking(URI url) {
        String query = url.getRawQuery();
        if (query == null) {
            return url;
        }
        String kept = Arrays.stream(query.split("&"))
                .filter(pair -> !TRACKING.matcher(pair).matches())
                .collect(Collectors.joining("&"));
        if (kept.equals(query)) {
            return url;
        }
        String text = url.toString();
        String before = text.substring(0, text.indexOf('?'));
        String fragment = url.getRawFragment() == null ? "" : "#" + url.getRawFragment();
        return URI.create(before + (kept.isEmpty() ? "" : "?" + kept) + fragment);
    }

    /** The next page as WordPress numbers them. */
    static URI numbered(URI url, int page) {
        String text = url.toString().replaceFirst("([?&])paged=\\d+&?", "$1").replaceFirst("[?&]$", "");
        return URI.create(text + (text.contains("?") ? "&" : "?") + "paged=" + page);
    }
}
