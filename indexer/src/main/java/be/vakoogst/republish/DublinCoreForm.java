package be.vakoogst.republish;

import be.vakoogst.resource.Agent;
import be.vakoogst.resource.LearningResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** {@code oai_dc}: the fifteen elements of Dublin Core (ISO 15836), as far as there is something to say. */
final class DublinCoreForm {

    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    private DublinCoreForm() {}

    static void write(LearningResource resource, XMLStreamWriter xml) throws XMLStreamException {
        MetadataFormat format = MetadataFormat.DUBLIN_CORE;
        xml.writeStartElement("oai_dc:dc");
        xml.writeAttribute("xmlns:oai_dc", format.namespace());
        xml.writeAttribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
        xml.writeAttribute("xmlns:xsi", SCHEMA_INSTANCE);
        xml.writeAttribute("xsi:schemaLocation", format.namespace() + " " + format.schema());
        for (Map.Entry<String, String> element : elements(resource)) {
            XmlText.element(xml, "dc:" + element.getKey(), element.getValue());
        }
        xml.writeEndElement();
    }

    private static List<Map.Entry<String, String>> elements(LearningResource resource) {
        List<Map.Entry<String, String>> elements = new ArrayList<>();
        elements.add(Map.entry("title", resource.title()));
        resource.creators().stream().map(Agent::name).forEach(name -> elements.add(Map.entry("creator", name)));
        resource.subject().trades().forEach(trade -> elements.add(Map.entry("subject", trade.id())));
        resource.subject().keywords().forEach(word -> elements.add(Map.entry("subject", word)));
        resource.description().ifPresent(text -> elements.add(Map.entry("description", text)));
        resource.publisher().ifPresent(agent -> elements.add(Map.entry("publisher", agent.name())));
        resource.dates().datePublished().ifPresent(date -> elements.add(Map.entry("date", date.toString())));
        resource.education().resourceTypes().forEach(type -> elements.add(Map.entry("type", type)));
        elements.add(Map.entry("identifier", resource.url().toString()));
        elements.add(Map.entry("source", resource.origin().source().name()));
        resource.languages().forEach(language -> elements.add(Map.entry("language", language.toString())));
        Rights.of(resource).forEach(rights -> elements.add(Map.entry("rights", rights)));
        return elements;
    }
}
