package be.vakoogst.embed;

/** Text within XML and HTML, in elements and in quoted attributes alike. */
final class Markup {

    private Markup() {}

    /** Also without what XML 1.0 (section 2.2) has no place for. */
    static String escaped(String text) {
        return text.replaceAll("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
