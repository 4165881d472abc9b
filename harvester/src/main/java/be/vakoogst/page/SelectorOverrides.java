package be.vakoogst.page;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.Syntax;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Selector.SelectorParseException;

/** CSS selectors of the source's YAML, by field. */
record SelectorOverrides(Map<String, String> selectors) {

    void read(Document page, Findings findings) {
        selectors.forEach((code, selector) -> read(code, selector, page, findings));
    }

    private static void read(String code, String selector, Document page, Findings findings) {
        Field field = Field.valueOf(code.toUpperCase(Locale.ROOT));
        try {
            Elements found = page.select(selector);
            if (field == Field.TEXT) {
                text(found, selector, findings);
            } else {
                found.forEach(element -> state(field, element, selector, findings));
            }
        } catch (SelectorParseException e) {
            findings.notice("selectors." + code, "'" + selector + "' is no CSS selector: " + e.getMessage());
        }
    }

    /** A text may stand in several elements: its paragraphs, its parts. */
    private static void text(Elements parts, String selector, Findings findings) {
        String text = parts.stream().map(MainText::paragraphs).collect(Collectors.joining("\n"));
        findings.text(Field.TEXT, text, Syntax.SELECTOR, selector);
    }

    private static void state(Field field, Element element, String selector, Findings findings) {
        switch (field) {
            case IMAGE -> findings.picture(attribute(element, "src", "content", "href"), Syntax.SELECTOR, selector);
            case MEDIA ->
                findings.media(
                        attribute(element, "src", "href", "content"),
                        Optional.empty(),
                        be.vakoogst.resource.Media.Role.CONTENT,
                        Syntax.SELECTOR,
                        selector);
            case CREATOR, PUBLISHER ->
                findings.who(field, attribute(element, "content"), Optional.empty(), Syntax.SELECTOR, selector);
            case LICENCE -> findings.licence(attribute(element, "href", "content"), Syntax.SELECTOR, selector);
            default -> findings.text(field, attribute(element, "content", "datetime"), Syntax.SELECTOR, selector);
        }
    }

    /** The first attribute it has, else its text. */
    private static String attribute(Element element, String... names) {
        for (String name : names) {
            if (element.hasAttr(name)) {
                return element.attr(name);
            }
        }
        return element.text();
    }
}
