package be.vakoogst.source;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** Which addresses of a source are wanted: at least one include matches (or there is none), and no exclude. Regular expressions, found anywhere in the URL. */
public record UrlPatterns(List<Pattern> include, List<Pattern> exclude) {

    public static final UrlPatterns ALL = new UrlPatterns(List.of(), List.of());

    public UrlPatterns {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    public boolean want(URI url) {
        String text = url.toString();
        return (include.isEmpty() || anyFinds(include, text)) && !anyFinds(exclude, text);
    }

    private static boolean anyFinds(List<Pattern> patterns, String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }
}
