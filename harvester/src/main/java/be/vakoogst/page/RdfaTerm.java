package be.vakoogst.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * A property as RDFa Lite 1.1 names it: by {@code vocab}, by a {@code prefix}, or by its whole address.
 *
 * @param base the vocabulary's address; empty where the page names none, which then means schema.org
 */
record RdfaTerm(String base, String name) {

    /** Prefixes that need not be declared (RDFa Core Initial Context), as far as they concern us; dct is not among them, and used. */
    private static final Map<String, String> KNOWN = Map.of(
            "schema", "https://schema.org/",
            "dc", "http://purl.org/dc/terms/",
            "dct", "http://purl.org/dc/terms/",
            "dcterms", "http://purl.org/dc/terms/",
            "dc11", "http://purl.org/dc/elements/1.1/");

    private static final Pattern ADDRESS = Pattern.compile("(https?://.*[/#])([^/#]*)");
    private static final String UNKNOWN = "unknown:";

    static RdfaTerm of(String text, Element where) {
        Matcher address = ADDRESS.matcher(text);
        if (address.matches()) {
            return new RdfaTerm(address.group(1), address.group(2));
        }
        int colon = text.indexOf(':');
        return colon < 0
                ? new RdfaTerm(vocabulary(where), text)
                : new RdfaTerm(prefixed(text.substring(0, colon), where), text.substring(colon + 1));
    }

    private static String vocabulary(Element where) {
        return Optional.ofNullable(where.closest("[vocab]"))
                .map(element -> element.attr("vocab").strip())
                .orElse("");
    }

    private static String prefixed(String prefix, Element where) {
        return Stream.concat(Stream.of(where), where.parents().stream())
                .filter(element -> element.hasAttr("prefix"))
                .flatMap(element -> declared(prefix, element).stream())
                .findFirst()
                .orElse(KNOWN.getOrDefault(prefix, UNKNOWN));
    }

    /** As in {@code prefix="a: https://a.example/ b: https://b.example/"}. */
    private static Optional<String> declared(String prefix, Element element) {
        List<String> words = List.of(element.attr("prefix").strip().split("\\s+"));
        int at = words.indexOf(prefix + ":");
        return at >= 0 && at + 1 < words.size() ? Optional.of(words.get(at + 1)) : Optional.empty();
    }

    boolean isOfSchemaOrg() {
        return base.isEmpty() || base.contains("schema.org");
    }

    boolean isOfDublinCore() {
        return base.contains("purl.org/dc/");
    }
}
