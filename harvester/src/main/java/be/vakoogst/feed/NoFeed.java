package be.vakoogst.feed;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Says what a body is that is no feed. */
final class NoFeed {

    private static final int SHOWN = 60;

    /** The first bytes of files that are linked as feeds by mistake. */
    private static final Map<String, String> FILES = Map.of(
            "%PDF", "a PDF document",
            "\u0089PNG", "a PNG picture",
            "GIF8", "a GIF picture",
            "\u00FF\u00D8\u00FF", "a JPEG picture",
            "PK\u0003\u0004", "a ZIP archive or Office document",
            "ID3", "an MP3 file",
            "\u00D0\u00CF\u0011\u00E0", "an old Office document");

    private static final Map<String, String> ROOTS = Map.of(
            "opml", "an OPML list of feeds",
            "urlset", "a sitemap (connector.type sitemap)",
            "sitemapindex", "an index of sitemaps (connector.type sitemap)",
            "oai-pmh", "an answer of OAI-PMH (connector.type oai)",
            "svg", "an SVG picture");

    private NoFeed() {}

    /** Empty for what may be text. */
    static String file(byte[] first) {
        String start = new String(first, StandardCharsets.ISO_8859_1);
        return FILES.entrySet().stream()
                .filter(file -> start.startsWith(file.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    static String xml(String root) {
        return ROOTS.getOrDefault(root, "XML whose root is '" + root + "'");
    }

    static String text(String text, String mediaType) {
        String type = mediaType.isEmpty() ? "a document without markup" : mediaType;
        String start = text.strip();
        return type + " that begins with '" + start.substring(0, Math.min(SHOWN, start.length())) + "'";
    }
}
