package be.vakoogst.feed;

import java.net.URI;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Addresses as feeds write them. */
final class Links {

    private static final Pattern TRACKING =
            Pattern.compile("(?i)(utm_[a-z]+|fbclid|gclid|mc_cid|mc_eid|igshid|_hsenc|_hsmi|pk_campaign|pk_kwd)=.*");

    private static final Pattern PAGED = Pattern.compile("[?&]paged=(\\d{1,6})");

    private Links() {}

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

    /** The page behind this one as WordPress numbers them. */
    static URI nextNumbered(URI url) {
        Matcher number = PAGED.matcher(url.toString());
        int page = number.find() ? Integer.parseInt(number.group(1)) : 1;
        String text = url.toString().replaceFirst("([?&])paged=\\d+&?", "$1").replaceFirst("[?&]$", "");
        return URI.create(text + (text.contains("?") ? "&" : "?") + "paged=" + (page + 1));
    }
}
