package be.vakoogst.sitemap;

import be.vakoogst.source.ConnectorSettings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a source's YAML may say to this connector.
 *
 * @param sitemaps at most so many files are read
 * @param skip nested files whose address holds one of these are left out
 */
record SitemapSettings(int sitemaps, List<Pattern> skip) {

    private static final int MOST_FILES = 5000;

    /**
     * Archives by category, tag and author, as WordPress and its common plugins name their sitemaps: pages that list what is listed itself, and
     * change whenever one of those does.
     */
    private static final List<String> ARCHIVES =
            List.of("/wp-sitemap-(taxonomies|users)-", "/(category|post_tag|tag|author)-sitemap\\d*\\.xml");

    static SitemapSettings of(ConnectorSettings connector) {
        Map<String, Object> options = connector.options();
        List<?> skip = options.get("skip") instanceof List<?> patterns ? patterns : ARCHIVES;
        return new SitemapSettings(
                ((Number) options.getOrDefault("sitemaps", MOST_FILES)).intValue(),
                skip.stream().map(Object::toString).map(Pattern::compile).toList());
    }

    boolean wants(URI file) {
        return skip.stream()
                .noneMatch(pattern -> pattern.matcher(file.toString()).find());
    }
}
