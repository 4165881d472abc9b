package be.vakoogst.page;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.Syntax;
import be.vakoogst.resource.Agent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Microdata ({@code itemprop}) and RDFa Lite ({@code property} outside meta): schema.org properties of creative works, each read on the element it stands on. */
final class Properties {

    private static final List<String> ADDRESSES = List.of("content", "src", "href", "resource", "data");
    private static final List<String> WORDS = List.of("content", "datetime");
    private static final Pattern DUBLIN_CORE = Pattern.compile("(?i)^(dc|dct|dcterms):|purl\\.org/dc/");

    private Properties() {}

    static void read(Speaking page, Findings findings) {
        page.having("itemtype").forEach(element -> type(element, element.attr("itemtype"), Syntax.MICRODATA, findings));
        page.having("itemprop")
                .forEach(element -> words(element, "itemprop")
                        .forEach(name -> property(name, element, Syntax.MICRODATA, findings)));
        page.having("typeof").forEach(element -> type(element, element.attr("typeof"), Syntax.RDFA, findings));
        page.having("property").stream()
                .filter(element -> !element.normalName().equals("meta") || element.closest("[typeof]") != null)
                .forEach(element -> words(element, "property").forEach(name -> rdfa(name, element, findings)));
    }

    private static Stream<String> words(Element element, String attribute) {
        return Arrays.stream(element.attr(attribute).strip().split("\\s+"));
    }

    /** Terms of schema.org, and of Dublin Core where its prefix says so. */
    private static void rdfa(String name, Element element, Findings findings) {
        String term = name.replaceFirst("^.*[:/#]", "");
        if (DUBLIN_CORE.matcher(name).find()) {
            String value = value(element, Optional.empty());
            Meta.dublinCore(term.toLowerCase(Locale.ROOT), place(element, name), value, Syntax.RDFA, findings);
        } else {
            property(term, element, Syntax.RDFA, findings);
        }
    }

    private static void property(String name, Element element, Syntax syntax, Findings findings) {
        SchemaProperty.of(name)
                .filter(property -> isOfTheWork(element))
                .ifPresent(property -> property.state(
                        value(element, Optional.of(property)), kind(element), syntax, place(element, name), findings));
    }

    private static String place(Element element, String name) {
        return element.normalName() + "[" + name + "]";
    }

    private static void type(Element element, String type, Syntax syntax, Findings findings) {
        boolean outermost =
                element.parents().stream().noneMatch(parent -> parent.hasAttr("itemtype") || parent.hasAttr("typeof"));
        String name = type.strip().replaceFirst("^.*[/:#]", "");
        if (outermost && JsonLdNode.isWork(name)) {
            findings.text(Field.TYPE, name, syntax, "@type");
        }
    }

    /** A property belongs to the item around it: an author's name is no title, a product's neither. */
    private static boolean isOfTheWork(Element element) {
        return element.parents().stream()
                .filter(parent -> parent.hasAttr("itemscope") || parent.hasAttr("itemtype") || parent.hasAttr("typeof"))
                .findFirst()
                .map(owner -> JsonLdNode.isWork((owner.attr("itemtype") + owner.attr("typeof"))
                        .strip()
                        .replaceFirst("\\s.*$", "")
                        .replaceFirst("^.*[/:#]", "")))
                .orElse(true);
    }

    private static Optional<Agent.Kind> kind(Element element) {
        String type = (element.attr("itemtype") + element.attr("typeof")).toLowerCase(Locale.ROOT);
        return type.endsWith("person")
                ? Optional.of(Agent.Kind.PERSON)
                : type.contains("organization") ? Optional.of(Agent.Kind.ORGANIZATION) : Optional.empty();
    }

    /** The value of a property by its element (HTML, microdata section 5.2.4), but words rather than an address where words are meant. */
    private static String value(Element element, Optional<SchemaProperty> property) {
        Element name = element.hasAttr("itemscope") || element.hasAttr("typeof")
                ? element.selectFirst("[itemprop=name], [property=name], [property=schema:name]")
                : null;
        Element from = name == null ? element : name;
        boolean address = property.filter(SchemaProperty::isAddress).isPresent();
        return (address ? ADDRESSES : WORDS)
                .stream().filter(from::hasAttr).findFirst().map(from::attr).orElseGet(() -> text(from, property));
    }

    private static String text(Element element, Optional<SchemaProperty> property) {
        return property.filter(SchemaProperty::isText).isPresent() ? MainText.paragraphs(element) : element.text();
    }
}
