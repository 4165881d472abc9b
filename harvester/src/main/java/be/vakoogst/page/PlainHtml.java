package be.vakoogst.page;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.Syntax;
import be.vakoogst.extract.Value;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What HTML itself says: language, title, headings, link relations, and the main text. */
final class PlainHtml {

    private PlainHtml() {}

    static void read(Document page, Speaking speaking, Findings findings) {
        Element html = page.firstElementChild();
        if (html != null) {
            findings.text(Field.LANGUAGE, html.attr("lang"), Syntax.HTML, "html[lang]");
        }
        headings(page, speaking, findings);
        relations(speaking, findings);
        String text = MainText.of(page, speaking);
        if (!text.isBlank()) {
            findings.add(Field.TEXT, new Value.Text(text), Syntax.HTML, "main text");
        }
        speaking.tagged("time").stream()
                .filter(time -> time.hasAttr("datetime") && time.closest("article, main") != null)
                .findFirst()
                .ifPresent(
                        time -> findings.text(Field.PUBLISHED, time.attr("datetime"), Syntax.HTML, "time[datetime]"));
    }

    /** A single h1 is the page's own title; the title element often has the site's name in it. */
    private static void headings(Document page, Speaking speaking, Findings findings) {
        List<Element> h1 = speaking.tagged("h1");
        if (h1.size() == 1) {
            findings.text(Field.TITLE, h1.getFirst().text(), Syntax.HTML, "h1");
        }
        findings.text(Field.TITLE, page.title(), Syntax.HTML, "title");
    }

    private static void relations(Speaking speaking, Findings findings) {
        for (Element link : speaking.having("rel")) {
            List<String> relations =
                    List.of(link.attr("rel").toLowerCase(Locale.ROOT).strip().split("\\s+"));
            String where = link.normalName() + "[rel=" + link.attr("rel") + "]";
            if (relations.contains("license")) {
                findings.licence(link.attr("href"), Syntax.HTML, where);
            }
            if (relations.contains("canonical")) {
                findings.link(Field.CANONICAL, link.attr("href"), Syntax.HTML, where);
            }
            if (relations.contains("alternate") && link.hasAttr("hreflang")) {
                translation(link, findings);
            }
        }
    }

    /** The same in another language; the one that is this page says which language this page is in. */
    private static void translation(Element link, Findings findings) {
        String language = link.attr("hreflang").strip();
        String where = "link[hreflang=" + language + "]";
        findings.link(Field.ALTERNATE, link.attr("href"), Syntax.HTML, where);
        boolean itself =
                findings.resolve(link.attr("href")).filter(findings::isThisPage).isPresent();
        if (itself && !language.equalsIgnoreCase("x-default")) {
            findings.text(Field.LANGUAGE, language, Syntax.HTML, where);
        }
    }
}
