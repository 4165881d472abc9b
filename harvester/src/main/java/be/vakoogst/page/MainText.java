package be.vakoogst.page;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * The main text of a page, without navigation, banners and lists of other pages. Where the page marks it (article, main), that is taken;
 * blocks that are mostly links are left out (link density, after Kohlschütter, Fankhauser, Nejdl: Boilerplate Detection using Shallow Text Features, WSDM 2010).
 */
final class MainText {

    private static final Pattern BLANKS = Pattern.compile("[\\s&&[^\\n]]+");
    private static final Pattern LINE_ENDS = Pattern.compile(" ?\\n[\\s]*");
    private static final int MOST_CHARACTERS = 200_000;
    private static final double MOST_LINKS = 0.5;
    private static final List<String> MARKED =
            List.of("[itemprop=articleBody]", "article", "main", "[role=main]", "#content", ".entry-content");
    private static final Set<String> LEFT_OUT = Set.of(
            "nav",
            "header",
            "footer",
            "aside",
            "script",
            "style",
            "noscript",
            "form",
            "button",
            "select",
            "iframe",
            "svg",
            "template",
            "dialog",
            "menu");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "li",
            "ul",
            "ol",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "section",
            "article",
            "main",
            "blockquote",
            "pre",
            "tr",
            "table",
            "dl",
            "dt",
            "dd",
            "figure",
            "figcaption",
            "br",
            "hr",
            "address",
            "details",
            "summary");
    private static final Set<String> JUDGED = Set.of("div", "ul", "ol", "section", "p", "table");
    private static final Pattern BY_NAME = Pattern.compile(
            "(?i)(^|[-_ ])(cookie|consent|breadcrumbs?|share|social|related|lees-?ook|comments?|newsletter|sidebar|menu|navbar|advert(ising)?|banner|promo)([-_ ]|$)");

    private MainText() {}

    static String of(Document page) {
        for (String selector : MARKED) {
            Element marked = page.selectFirst(selector);
            if (marked != null) {
                String text = paragraphs(marked);
                if (!text.isBlank()) {
                    return text;
                }
            }
        }
        return paragraphs(page.body());
    }

    /** The text of an element, a line per block. */
    static String paragraphs(Element element) {
        Collector collector = new Collector(element);
        element.filter(collector);
        return collector.text();
    }

    private static boolean mostlyLinks(Element element) {
        int links = element.getElementsByTag("a").stream()
                .mapToInt(link -> link.text().length())
                .sum();
        return links > 0 && links > element.text().length() * MOST_LINKS;
    }

    private static final class Collector implements NodeFilter {

        private final Element root;
        private final StringBuilder text = new StringBuilder();

        private Collector(Element root) {
            this.root = root;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (text.length() > MOST_CHARACTERS) {
                return FilterResult.STOP;
            }
            if (node instanceof TextNode words) {
                text.append(words.getWholeText());
            } else if (node instanceof Element element && element != root) {
                return enter(element);
            }
            return FilterResult.CONTINUE;
        }

        private FilterResult enter(Element element) {
            String name = element.normalName();
            if (LEFT_OUT.contains(name)
                    || element.hasAttr("hidden")
                    || element.attr("aria-hidden").equals("true")
                    || BY_NAME.matcher(element.className() + " " + element.id()).find()
                    || JUDGED.contains(name) && mostlyLinks(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (BLOCKS.contains(name)) {
                text.append('\n');
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                text.append('\n');
            }
            return FilterResult.CONTINUE;
        }

        private String text() {
            String single = BLANKS.matcher(text).replaceAll(" ");
            return LINE_ENDS.matcher(single).replaceAll("\n").strip();
        }
    }
}
