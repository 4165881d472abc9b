package be.vakoogst.republish;

import be.vakoogst.resource.Agent;
import be.vakoogst.resource.LearningResource;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** {@code lom}: IEEE 1484.12.1 in its XML binding 1484.12.3, in the order of its categories. */
final class LomForm {

    private static final String VOCABULARY = "LOMv1.0";

    /** Of types, audiences and levels: ours say more than those of LOM. */
    private static final String OURS = "Vakoogst";

    private final LearningResource resource;
    private final XMLStreamWriter xml;
    private final String language;

    private LomForm(LearningResource resource, XMLStreamWriter xml) {
        this.resource = resource;
        this.xml = xml;
        this.language =
                resource.languages().stream().findFirst().map(Object::toString).orElse("nl");
    }

    static void write(LearningResource resource, XMLStreamWriter xml) throws XMLStreamException {
        new LomForm(resource, xml).write();
    }

    private void write() throws XMLStreamException {
        xml.writeStartElement("lom");
        xml.writeDefaultNamespace(MetadataFormat.LOM.namespace());
        general();
        lifeCycle();
        technical();
        educational();
        rights();
        classification();
        xml.writeEndElement();
    }

    private void general() throws XMLStreamException {
        xml.writeStartElement("general");
        xml.writeStartElement("identifier");
        XmlText.element(xml, "catalog", "URI");
        XmlText.element(xml, "entry", resource.url().toString());
        xml.writeEndElement();
        langString("title", resource.title());
        for (var each : resource.languages()) {
            XmlText.element(xml, "language", each.toString());
        }
        if (resource.description().isPresent()) {
            langString("description", resource.description().get());
        }
        for (String keyword : resource.subject().keywords()) {
            langString("keyword", keyword);
        }
        xml.writeEndElement();
    }

    private void lifeCycle() throws XMLStreamException {
        xml.writeStartElement("lifeCycle");
        for (Agent creator : resource.creators()) {
            contribute("author", creator, Optional.empty());
        }
        if (resource.publisher().isPresent()) {
            contribute(
                    "publisher",
                    resource.publisher().get(),
                    resource.dates().datePublished().map(Object::toString));
        }
        xml.writeEndElement();
    }

    private void contribute(String role, Agent agent, Optional<String> date) throws XMLStreamException {
        xml.writeStartElement("contribute");
        term("role", role);
        XmlText.element(xml, "entity", vCard(agent));
        if (date.isPresent()) {
            xml.writeStartElement("date");
            XmlText.element(xml, "dateTime", date.get());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** vCard 3.0 (RFC 2426), in which commas, semicolons and backslashes are escaped. */
    private static String vCard(Agent agent) {
        String name = agent.name().replaceAll("([\\\\,;])", "\\\\$1");
        String kind = agent.kind() == Agent.Kind.PERSON ? "" : "ORG:" + name + "\r\n";
        return "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:" + name + "\r\nN:" + name + ";;;;\r\n" + kind + "END:VCARD";
    }

    private void technical() throws XMLStreamException {
        xml.writeStartElement("technical");
        for (var media : resource.content().media()) {
            XmlText.optional(xml, "format", media.mediaType());
        }
        XmlText.element(xml, "location", resource.url().toString());
        if (resource.content().duration().isPresent()) {
            xml.writeStartElement("duration");
            XmlText.element(xml, "duration", resource.content().duration().get().toString());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void educational() throws XMLStreamException {
        xml.writeStartElement("educational");
        for (String type : resource.education().resourceTypes()) {
            term("learningResourceType", OURS, type);
        }
        for (String audience : resource.education().audiences()) {
            term("intendedEndUserRole", OURS, audience);
        }
        for (String level : resource.education().educationalLevels()) {
            term("context", OURS, level);
        }
        xml.writeEndElement();
    }

    private void rights() throws XMLStreamException {
        List<String> stated = Rights.of(resource);
        if (!stated.isEmpty()) {
            xml.writeStartElement("rights");
            term("copyrightAndOtherRestrictions", "yes");
            langString("description", String.join("\n", stated));
            xml.writeEndElement();
        }
    }

    private void classification() throws XMLStreamException {
        for (var trade : resource.subject().trades()) {
            xml.writeStartElement("classification");
            term("purpose", "discipline");
            xml.writeStartElement("taxonPath");
            langString("source", OURS);
            xml.writeStartElement("taxon");
            XmlText.element(xml, "id", trade.id());
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
        }
    }

    private void term(String name, String value) throws XMLStreamException {
        term(name, VOCABULARY, value);
    }

    private void term(String name, String vocabulary, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        XmlText.element(xml, "source", vocabulary);
        XmlText.element(xml, "value", value);
        xml.writeEndElement();
    }

    private void langString(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeStartElement("string");
        xml.writeAttribute("language", language);
        xml.writeCharacters(XmlText.legal(text));
        xml.writeEndElement();
        xml.writeEndElement();
    }
}
