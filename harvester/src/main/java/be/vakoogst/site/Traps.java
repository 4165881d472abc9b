package be.vakoogst.site;

import crawlercommons.filters.basic.BasicURLNormalizer;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keeps a crawl out of what has no end: session ids, calendars, filters in every combination, paths that repeat themselves. For one walk. */
final class Traps {

    private static final int LONGEST = 500;
    private static final int MOST_SEGMENTS = 12;

    /** Addresses that differ in numbers and in the values of their parameters only, such as the months of a calendar. */
    private static final int MOST_OF_A_SHAPE = 50;

    /** A path that ends in a year and month is an archive or a calendar, not an article of that month. */
    private static final Pattern CALENDAR =
            Pattern.compile("(?:19|20)\\d\\d[/-](?:0?[1-9]|1[0-2])(?:[/-][0-3]?\\d)?/?$");

    private static final Pattern SESSION = Pattern.compile(
            "(?i)(jsessionid|phpsessid|aspsessionid\\w*|sessionid|session_id|sid|utm_\\w+|fbclid|gclid|mc_cid|mc_eid)");
    private static final Pattern PATH_SESSION = Pattern.compile("(?i);(jsessionid|sid)=[^/?#]*");
    private static final Pattern NO_PAGE =
            Pattern.compile("(?i).*\\.(jpe?g|png|gif|svg|webp|ico|css|js|mp4|mp3|zip|gz|woff2?|ttf|xml|json|ics)");

    private final BasicURLNormalizer normaliser = new BasicURLNormalizer();
    private final Map<String, Integer> shapes = new HashMap<>();

    /**
     * The address in its normal form (RFC 3986 section 6.2), without session ids; empty when it is no page or a trap.
     *
     * @param named whether the operator asked for such addresses: then their number is no sign of a trap
     */
    Optional<URI> admit(URI link, boolean named) {
        String normal = normaliser.filter(withoutSession(link));
        if (normal == null || normal.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI url = URI.create(normal);
            return isTrap(url) || !named && isOneOfTooMany(url) ? Optional.empty() : Optional.of(url);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String withoutSession(URI link) {
        String text = PATH_SESSION.matcher(link.toString()).replaceAll("");
        int fragment = text.indexOf('#');
        String whole = fragment < 0 ? text : text.substring(0, fragment);
        int query = whole.indexOf('?');
        if (query < 0) {
            return whole;
        }
        String kept = Arrays.stream(whole.substring(query + 1).split("&"))
                .filter(pair -> !SESSION.matcher(pair.replaceFirst("=.*", "")).matches())
                .collect(Collectors.joining("&"));
        return whole.substring(0, query) + (kept.isEmpty() ? "" : "?" + kept);
    }

    private static boolean isTrap(URI url) {
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        List<String> segments = Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
        Set<String> different = new HashSet<>(segments);
        return NO_PAGE.matcher(path).matches()
                || segments.size() > MOST_SEGMENTS
                || segments.size() - different.size() > 2;
    }

    private boolean isOneOfTooMany(URI url) {
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : url.getRawQuery();
        boolean mayGoOn = !query.isEmpty() || CALENDAR.matcher(path).find();
        return mayGoOn && shapes.merge(shape(path, query), 1, Integer::sum) > MOST_OF_A_SHAPE;
    }

    private static String shape(String path, String query) {
        return path.replaceAll("\\d+", "#") + "?"
                + Arrays.stream(query.split("&"))
                        .map(pair -> pair.replaceFirst("=.*", ""))
                        .sorted()
                        .collect(Collectors.joining("&"));
    }
}
