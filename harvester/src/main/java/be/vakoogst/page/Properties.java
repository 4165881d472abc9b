package be.vakoogst.page;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.Syntax;
import be.vakoogst.resource.Agent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Microdata ({@code itemprop}) and RDFa Lite ({@code property} outside meta): schema.org properties of creative works, each read on the element it stands on. */
final class Properties {

    private static final List<String> ADDRESSES = List.of("content", "src", "href", "resource", "data");
    private static final List<String> WORDS = List.of("content", "datetime");
    private static final String NAME = "[itemprop=name], [property=name], [property=schema:name]";

    private final ItemReferences references;
    private final Findings findings;

    private Properties(ItemReferences references, Findings findings) {
        this.references = references;
        this.findings = findings;
    }

    static void read(Speaking page, Findings findings) {
        new Properties(ItemReferences.in(page), findings).read(page);
    }

    private void read(Speaking page) {
        page.having("itemtype").forEach(element -> type(element, element.attr("itemtype"), Syntax.MICRODATA));
        page.having("itemprop")
                .forEach(element ->
                        words(element, "itemprop").forEach(name -> property(name, element, Syntax.MICRODATA)));
        page.having("typeof").forEach(element -> type(element, element.attr("typeof"), Syntax.RDFA));
        page.having("property").stream()
                .filter(element -> !element.normalName().equals("meta") || element.closest("[typeof]") != null)
                .forEach(element -> words(element, "property").forEach(name -> rdfa(name, element)));
    }

    private static Stream<String> words(Element element, String attribute) {
        return Arrays.stream(element.attr(attribute).strip().split("\\s+"));
    }

    private void rdfa(String name, Element element) {
        RdfaTerm term = RdfaTerm.of(name, element);
        if (term.isOfDublinCore()) {
            String value = value(element, Optional.empty());
            Meta.dublinCore(term.name().toLowerCase(Locale.ROOT), place(element, name), value, Syntax.RDFA, findings);
        } else if (term.isOfSchemaOrg()) {
            property(term.name(), element, Syntax.RDFA);
        }
    }

    private void property(String name, Element element, Syntax syntax) {
        SchemaProperty.of(name)
                .filter(property -> isOfTheWork(element))
                .ifPresent(property -> property.state(
                        value(element, Optional.of(property)), kind(element), syntax, place(element, name), findings));
    }

    private static String place(Element element, String name) {
        return element.normalName() + "[" + name + "]";
    }

    private void type(Element element, String type, Syntax syntax) {
        boolean outermost =
                element.parents().stream().noneMatch(parent -> parent.hasAttr("itemtype") || parent.hasAttr("typeof"));
        String name = type.strip().replaceFirst("^.*[/:#]", "");
        if (outermost && JsonLdNode.isWork(name)) {
            findings.text(Field.TYPE, name, syntax, "@type");
        }
    }

    /** A property belongs to the item around it, and to those that refer to it: an author's name is no title, a product's neither. */
    private boolean isOfTheWork(Element element) {
        List<Element> owners = owners(element);
        return owners.isEmpty() || owners.stream().anyMatch(Properties::isWork);
    }

    private List<Element> owners(Element element) {
        List<Element> owners = new ArrayList<>(references.to(element).toList());
        for (Element parent : element.parents()) {
            if (parent.hasAttr("itemscope") || parent.hasAttr("itemtype") || parent.hasAttr("typeof")) {
                owners.add(parent);
                return owners;
            }
            references.to(parent).forEach(owners::add);
        }
        return owners;
    }

    private static boolean isWork(Element item) {
        return Stream.of("itemtype", "typeof")
                .filter(item::hasAttr)
                .flatMap(attribute -> words(item, attribute))
                .anyMatch(type -> JsonLdNode.isWork(type.replaceFirst("^.*[/:#]", "")));
    }

    private static Optional<Agent.Kind> kind(Element element) {
        String type = (element.attr("itemtype") + element.attr("typeof")).toLowerCase(Locale.ROOT);
        return type.endsWith("person")
                ? Optional.of(Agent.Kind.PERSON)
                : type.contains("organization") ? Optional.of(Agent.Kind.ORGANIZATION) : Optional.empty();
    }

    /** The value of a property by its element (HTML, microdata section 5.2.4), but words rather than an address where words are meant. */
    private String value(Element element, Optional<SchemaProperty> property) {
        boolean isItem = element.hasAttr("itemscope") || element.hasAttr("typeof");
        Element from = isItem ? named(element).orElse(element) : element;
        boolean address = property.filter(SchemaProperty::isAddress).isPresent();
        return (address ? ADDRESSES : WORDS)
                .stream().filter(from::hasAttr).findFirst().map(from::attr).orElseGet(() -> text(from, property));
    }

    private Optional<Element> named(Element item) {
        return references
                .partsOf(item)
                .flatMap(part -> Optional.ofNullable(part.selectFirst(NAME)).stream())
                .findFirst();
    }

    private static String text(Element element, Optional<SchemaProperty> property) {
        return property.filter(SchemaProperty::isText).isPresent() ? MainText.paragraphs(element) : element.text();
    }
}
