package be.vakoogst.republish;

import be.vakoogst.resource.LearningResource;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The forms in which a record is handed on. */
enum MetadataFormat {
    DUBLIN_CORE(
            "oai_dc",
            "http://www.openarchives.org/OAI/2.0/oai_dc/",
            "http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
            DublinCoreForm::write),
    LOM("lom", "http://ltsc.ieee.org/xsd/LOM", "http://ltsc.ieee.org/xsd/lomv1.0/lom.xsd", LomForm::write),
    AMB("amb", "https://w3id.org/kim/amb/", "https://w3id.org/kim/amb/latest/schemas/schema.json", AmbForm::write);

    private final String prefix;
    private final String namespace;
    private final String schema;
    private final Form form;

    MetadataFormat(String prefix, String namespace, String schema, Form form) {
        this.prefix = prefix;
        this.namespace = namespace;
        this.schema = schema;
        this.form = form;
    }

    /** Writes the one element that {@code metadata} holds. */
    private interface Form {
        void write(LearningResource resource, XMLStreamWriter xml) throws XMLStreamException;
    }

    /** @throws OaiError cannotDisseminateFormat */
    static MetadataFormat of(String prefix) {
        return Arrays.stream(values())
                .filter(format -> format.prefix.equals(prefix))
                .findFirst()
                .orElseThrow(() -> new OaiError(
                        OaiError.Code.CANNOT_DISSEMINATE_FORMAT,
                        "There are only "
                                + Arrays.stream(values())
                                        .map(MetadataFormat::prefix)
                                        .collect(Collectors.joining(", "))));
    }

    void write(LearningResource resource, XMLStreamWriter xml) throws XMLStreamException {
        form.write(resource, xml);
    }

    String prefix() {
        return prefix;
    }

    String namespace() {
        return namespace;
    }

    String schema() {
        return schema;
    }
}
