package be.vakoogst.page;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.Syntax;
import be.vakoogst.extract.Value;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector.SelectorParseException;

/** CSS selectors of the source's YAML, by field. */
record SelectorOverrides(Map<String, String> selectors) {

    void read(Document page, Findings findings) {
        selectors.forEach((code, selector) -> read(code, selector, page, findings));
    }

    private static void read(String code, String selector, Document page, Findings findings) {
        Field field = Field.valueOf(code.toUpperCase(Locale.ROOT));
        try {
            page.select(selector).forEach(element -> state(field, element, selector, findings));
        } catch (SelectorParseException e) {
            findings.notice("selectors." + code, "'" + selector + "' is no CSS selector: " + e.getMessage());
        }
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
            case CREATOR, PUBLISHER -> findings.who(field, element.text(), Optional.empty(), Syntax.SELECTOR, selector);
            case LICENCE -> findings.licence(attribute(element, "href", "content"), Syntax.SELECTOR, selector);
            case TEXT -> findings.add(field, new Value.Text(MainText.paragraphs(element)), Syntax.SELECTOR, selector);
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
