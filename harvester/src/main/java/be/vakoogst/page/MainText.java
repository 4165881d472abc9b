package be.vakoogst.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.internal.StringUtil;
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

    private static final int MOST_CHARACTERS = 200_000;
    private static final List<String> MARKED_OTHERWISE = List.of("[role=main]", "#content", ".entry-content");
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
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Set<String> JUDGED = Set.of("div", "ul", "ol", "section", "p", "table");
    private static final Pattern BY_NAME = Pattern.compile(
            "(?i)(^|[-_ ])(cookie|consent|breadcrumbs?|share|social|related|lees-?ook|comments?|newsletter|sidebar|menu|navbar|advert(ising)?|banner|promo)([-_ ]|$)");

    private MainText() {}

    static String of(Document page, Speaking speaking) {
        Stream<Optional<Element>> marked = Stream.concat(
                Stream.of(
                        speaking.having("itemprop").stream()
                                .filter(MainText::isArticleBody)
                                .findFirst(),
                        speaking.tagged("article").stream().findFirst(),
                        speaking.tagged("main").stream().findFirst()),
                MARKED_OTHERWISE.stream().map(selector -> Optional.ofNullable(page.selectFirst(selector))));
        return marked.flatMap(Optional::stream)
                .map(MainText::paragraphs)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElseGet(() -> paragraphs(page.body()));
    }

    private static boolean isArticleBody(Element element) {
        return element.attr("itemprop").strip().equalsIgnoreCase("articleBody");
    }

    /** The text of an element, a line per block. */
    static String paragraphs(Element element) {
        Collector collector = new Collector(element, LinkDensity.mostlyLinks(element, JUDGED));
        element.filter(collector);
        return collector.text();
    }

    private static final class Collector implements NodeFilter {

        private final Element root;
        private final Set<Element> mostlyLinks;
        private final StringBuilder text = new StringBuilder();

        private Collector(Element root, Set<Element> mostlyLinks) {
            this.root = root;
            this.mostlyLinks = mostlyLinks;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (text.length() > MOST_CHARACTERS) {
                return FilterResult.STOP;
            }
            if (node instanceof TextNode words) {
                append(isSingleSpaced(words.getWholeText()) ? words.getWholeText() : words.text());
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
                    || isNamedAside(element)
                    || mostlyLinks.contains(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            boundary(name);
            return FilterResult.CONTINUE;
        }

        private static boolean isNamedAside(Element element) {
            if (element.attributesSize() == 0) {
                return false;
            }
            String names = element.className() + " " + element.id();
            return names.length() > 1 && BY_NAME.matcher(names).find();
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                boundary(element.normalName());
            }
            return FilterResult.CONTINUE;
        }

        private void boundary(String name) {
            if (BLOCKS.contains(name)) {
                dropTrailingBlank();
                if (!text.isEmpty() && last() != '\n') {
                    text.append('\n');
                }
            } else if (CELLS.contains(name)) {
                append(" ");
            }
        }

        /** Most texts are, and need not be copied to become so. */
        private static boolean isSingleSpaced(String words) {
            char before = 'x';
            for (int at = 0; at < words.length(); at++) {
                char character = words.charAt(at);
                if (character < ' '
                        || character == ' ' && before == ' '
                        || character > 0x7E && StringUtil.isActuallyWhitespace(character)
                        || StringUtil.isInvisibleChar(character)) {
                    return false;
                }
                before = character;
            }
            return true;
        }

        /** @param words with single blanks only */
        private void append(String words) {
            boolean blankTwice = words.startsWith(" ") && (text.isEmpty() || last() == ' ' || last() == '\n');
            text.append(words, blankTwice ? 1 : 0, words.length());
        }

        private void dropTrailingBlank() {
            if (!text.isEmpty() && last() == ' ') {
                text.setLength(text.length() - 1);
            }
        }

        private char last() {
            return text.charAt(text.length() - 1);
        }

        private String text() {
            return text.toString().strip();
        }
    }
}
