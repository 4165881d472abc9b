package be.vakoogst.republish;

import be.vakoogst.resource.LearningResource;
import be.vakoogst.search.JsonLdForm;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** {@code amb}: the JSON-LD of the AMB profile as the text of one element, as it has no XML of its own. */
final class AmbForm {

    private AmbForm() {}

    static void write(LearningResource resource, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("json");
        xml.writeDefaultNamespace(MetadataFormat.AMB.namespace());
        xml.writeCharacters(XmlText.legal(JsonLdForm.of(resource).toString()));
        xml.writeEndElement();
    }
}
