package be.vakoogst.site;

import be.vakoogst.source.ConnectorSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a source's YAML may say to this connector.
 *
 * @param depth at most so many links away from the beginning
 * @param pages at most so many are fetched
 * @param follow pages whose links are followed; empty: all of the same host
 */
record SiteSettings(int depth, int pages, List<Pattern> follow) {

    static SiteSettings of(ConnectorSettings connector) {
        Map<String, Object> options = connector.options();
        List<Pattern> follow = new ArrayList<>();
        if (options.get("follow") instanceof List<?> patterns) {
            patterns.forEach(pattern -> follow.add(Pattern.compile(pattern.toString())));
        }
        return new SiteSettings(
                ((Number) options.getOrDefault("depth", 3)).intValue(),
                ((Number) options.getOrDefault("pages", 1000)).intValue(),
                follow);
    }

    boolean follows(String url) {
        return follow.isEmpty()
                || follow.stream().anyMatch(pattern -> pattern.matcher(url).find());
    }
}
