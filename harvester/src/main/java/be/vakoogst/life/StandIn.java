package be.vakoogst.life;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Whether a page that an address leads to only stands in for what was there. Publishers lead the addresses of what they took down to the front
 * page, to the list that it stood in, or all of them to one and the same page: nothing has moved there, it is gone.
 *
 * @param ofSeveral whether different addresses are known to lead there for good
 */
record StandIn(Predicate<URI> ofSeveral) {

    /** The start of a site, as it may also be written: {@code /nl/}, {@code /index.html}, {@code /fr/home}. */
    private static final Pattern FRONT = Pattern.compile(
            "(?i)(?:/(?:nl|fr|en|de)(?:[-_][a-z]{2})?)?(?:/(?:(?:index|home|default|start)(?:\\.\\w{2,5})?/?)?)?");

    /** Last parts of addresses that name a form of the thing and not the thing: without them, it is the same. */
    private static final Set<String> FORMS = Set.of(
            "index",
            "default",
            "home",
            "start",
            "amp",
            "print",
            "view",
            "full",
            "detail",
            "page",
            "play",
            "embed",
            "download",
            "nl",
            "fr",
            "en",
            "de");

    /** What came in place of what was asked for, if the page that answered is such a one. */
    Optional<String> of(URI asked, URI answered, boolean forGood) {
        if (isFrontPage(answered) && !isFrontPage(asked)) {
            return Optional.of("leads to the front page " + answered);
        }
        if (forGood && isListAbove(asked, answered)) {
            return Optional.of("leads to " + answered + ", which lies above it");
        }
        return forGood && ofSeveral.test(answered) ? Optional.of(leadsAsOthersDo(answered)) : Optional.empty();
    }

    static String leadsAsOthersDo(URI answered) {
        return "leads to " + answered + ", as other addresses do";
    }

    static boolean isFrontPage(URI url) {
        String path = url.getPath();
        return (path == null || FRONT.matcher(path).matches()) && url.getQuery() == null;
    }

    /** {@code /blad/hout/zagen} that leads to {@code /blad/hout/} or {@code /blad/}, on whichever host. */
    private static boolean isListAbove(URI asked, URI answered) {
        List<String> thing = named(asked);
        List<String> list = named(answered);
        return answered.getQuery() == null
                && list.size() < thing.size()
                && thing.subList(0, list.size()).equals(list);
    }

    /** The parts of a path, without those at its end that name a form. */
    private static List<String> named(URI url) {
        List<String> parts = Arrays.stream(
                        Optional.ofNullable(url.getPath()).orElse("").split("/"))
                .filter(part -> !part.isEmpty())
                .toList();
        int end = parts.size();
        while (end > 0
                && FORMS.contains(
                        parts.get(end - 1).replaceFirst("\\.\\w{2,5}$", "").toLowerCase(Locale.ROOT))) {
            end--;
        }
        return parts.subList(0, end);
    }
}
