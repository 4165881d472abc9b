package be.vakoogst.page;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.Syntax;
import be.vakoogst.resource.Agent;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Microdata ({@code itemprop}) and RDFa Lite ({@code property} outside meta): schema.org properties of creative works, each read on the element it stands on. */
final class Properties {

    private Properties() {}

    static void read(Document page, Findings findings) {
        for (Element element : page.getElementsByAttribute("itemprop")) {
            for (String name : element.attr("itemprop").split("\\s+")) {
                SchemaProperty.of(name)
                        .ifPresent(property -> read(property, name, element, Syntax.MICRODATA, findings));
            }
        }
        for (Element element : page.getElementsByAttribute("itemtype")) {
            type(element, element.attr("itemtype"), Syntax.MICRODATA, findings);
        }
        for (Element element : page.getElementsByAttribute("typeof")) {
            type(element, element.attr("typeof"), Syntax.RDFA, findings);
        }
        for (Element element : page.getElementsByAttribute("property")) {
            if (!element.normalName().equals("meta") || element.closest("[typeof]") != null) {
                String name = element.attr("property").replaceFirst("^.*[:/]", "");
                SchemaProperty.of(name).ifPresent(property -> read(property, name, element, Syntax.RDFA, findings));
            }
        }
    }

    private static void type(Element element, String type, Syntax syntax, Findings findings) {
        boolean outermost =
                element.parents().stream().noneMatch(parent -> parent.hasAttr("itemtype") || parent.hasAttr("typeof"));
        String name = type.strip().replaceFirst("^.*[/:#]", "");
        if (outermost && JsonLdNode.isWork(name)) {
            findings.text(Field.TYPE, name, syntax, "@type");
        }
    }

    private static void read(SchemaProperty property, String name, Element element, Syntax syntax, Findings findings) {
        boolean ofSomethingElse = element.parents().stream()
                .filter(parent -> parent.hasAttr("itemtype") || parent.hasAttr("typeof"))
                .findFirst()
                .filter(owner -> !JsonLdNode.isWork(
                        (owner.attr("itemtype") + owner.attr("typeof")).strip().replaceFirst("^.*[/:#]", "")))
                .isPresent();
        if (!ofSomethingElse) {
            String where = element.normalName() + "[" + name + "]";
            property.state(value(element, property), kind(element), syntax, where, findings);
        }
    }

    private static Optional<Agent.Kind> kind(Element element) {
        String type = (element.attr("itemtype") + element.attr("typeof")).toLowerCase(Locale.ROOT);
        return type.endsWith("person")
                ? Optional.of(Agent.Kind.PERSON)
                : type.contains("organization") ? Optional.of(Agent.Kind.ORGANIZATION) : Optional.empty();
    }

    /** The value of a property by its element (HTML, microdata section 5.2.4). */
    private static String value(Element element, SchemaProperty property) {
        Element name = element.hasAttr("itemscope") || element.hasAttr("typeof")
                ? element.selectFirst("[itemprop=name], [property=name], [property=schema:name], [itemprop=url]")
                : null;
        Element from = name == null ? element : name;
        for (String attribute : new String[] {"content", "src", "href", "datetime", "data"}) {
            if (from.hasAttr(attribute)) {
                return from.attr(attribute);
            }
        }
        return property.isText() ? MainText.paragraphs(from) : from.text();
    }
}
