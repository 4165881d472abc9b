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

    /** Seen in the feeds of newspapers: {@code #xtor=RSS-9}. */
    private static final Pattern TRACKING_FRAGMENT = Pattern.compile("(?i)#(xtor|utm_[a-z]+|ref)=.*$");

    private static final Pattern PAGED = Pattern.compile("[?&]paged=(\\d{1,6})");

    private Links() {}

    /** Without what only counts clicks, in the query or behind a {@code #}. */
    static URI withoutTracking(URI url) {
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

    /** The page behind this one as WordPress numbers them. */
    static URI nextNumbered(URI url) {
        Matcher number = PAGED.matcher(url.toString());
        int page = number.find() ? Integer.parseInt(number.group(1)) : 1;
        String text = url.toString().replaceFirst("([?&])paged=\\d+&?", "$1").replaceFirst("[?&]$", "");
        return URI.create(text + (text.contains("?") ? "&" : "?") + "paged=" + (page + 1));
    }
}
