package be.vakoogst.republish;

import static be.vakoogst.republish.OaiError.Code.BAD_ARGUMENT;
import static be.vakoogst.republish.OaiError.Code.BAD_RESUMPTION_TOKEN;
import static be.vakoogst.republish.OaiError.Code.ID_DOES_NOT_EXIST;
import static be.vakoogst.republish.OaiError.Code.NO_RECORDS_MATCH;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.catalogue.ChangeNumber;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.trade.Trade;
import be.vakoogst.trade.Vocabulary;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Answers the six verbs of OAI-PMH 2.0. Sets are {@code trade:…} and {@code source:…}; what was withdrawn,
 * or left a set, stays known as deleted there for ever.
 */
class OaiRepository {

    /** Records an answer; small enough for a harvester's memory, large enough for its patience. */
    private static final int PAGE = 100;

    private static final String NAMESPACE = "http://www.openarchives.org/OAI/2.0/";

    private final Catalogue catalogue;
    private final Vocabulary vocabulary;
    private final RepublishSettings settings;
    private final InstantSource clock;

    OaiRepository(Catalogue catalogue, Vocabulary vocabulary, RepublishSettings settings, InstantSource clock) {
        this.catalogue = catalogue;
        this.vocabulary = vocabulary;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param base this repository's address, as the harvester calls it */
    void answer(Map<String, String[]> parameters, String base, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("OAI-PMH");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeAttribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
        xml.writeAttribute("xsi:schemaLocation", NAMESPACE + " http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd");
        XmlText.element(xml, "responseDate", second(clock.instant()));
        try {
            answer(OaiRequest.of(parameters), base, xml);
        } catch (OaiError malformed) {
            request(Map.of(), Optional.empty(), base, xml);
            error(malformed, xml);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    /** An error in what is well-formed repeats what was asked (section 3.2). */
    private void answer(OaiRequest request, String base, XMLStreamWriter xml) throws XMLStreamException {
        try {
            Answer answer = prepare(request, base);
            request(request.arguments(), Optional.of(request.verb()), base, xml);
            xml.writeStartElement(request.verb().protocolName());
            answer.write(xml);
            xml.writeEndElement();
        } catch (OaiError error) {
            boolean malformed = error.code() == BAD_ARGUMENT;
            request(
                    malformed ? Map.of() : request.arguments(),
                    Optional.of(request.verb()).filter(verb -> !malformed),
                    base,
                    xml);
            error(error, xml);
        }
    }

    /** What stands inside the element of the verb; everything that can be wrong was found before. */
    private interface Answer {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    private Answer prepare(OaiRequest request, String base) {
        return switch (request.verb()) {
            case IDENTIFY -> xml -> identify(base, xml);
            case LIST_METADATA_FORMATS -> formats(request);
            case LIST_SETS -> sets(request);
            case GET_RECORD -> record(request);
            case LIST_IDENTIFIERS -> list(request, false);
            case LIST_RECORDS -> list(request, true);
        };
    }

    private static void error(OaiError error, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("error");
        xml.writeAttribute("code", error.code().protocolName());
        xml.writeCharacters(XmlText.legal(String.valueOf(error.getMessage())));
        xml.writeEndElement();
    }

    private static void request(
            Map<String, String> arguments, Optional<OaiRequest.Verb> verb, String base, XMLStreamWriter xml)
            throws XMLStreamException {
        xml.writeStartElement("request");
        if (verb.isPresent()) {
            xml.writeAttribute("verb", verb.get().protocolName());
        }
        for (Map.Entry<String, String> argument : arguments.entrySet()) {
            xml.writeAttribute(argument.getKey(), XmlText.legal(argument.getValue()));
        }
        xml.writeCharacters(base);
        xml.writeEndElement();
    }

    private void identify(String base, XMLStreamWriter xml) throws XMLStreamException {
        XmlText.element(xml, "repositoryName", settings.name());
        XmlText.element(xml, "baseURL", base);
        XmlText.element(xml, "protocolVersion", "2.0");
        XmlText.element(xml, "adminEmail", settings.adminEmail());
        XmlText.element(
                xml, "earliestDatestamp", second(catalogue.earliestChange().orElseGet(clock::instant)));
        XmlText.element(xml, "deletedRecord", "persistent");
        XmlText.element(xml, "granularity", "YYYY-MM-DDThh:mm:ssZ");
    }

    private Answer formats(OaiRequest request) {
        request.argument("identifier").ifPresent(this::find);
        return xml -> {
            for (MetadataFormat format : MetadataFormat.values()) {
                xml.writeStartElement("metadataFormat");
                XmlText.element(xml, "metadataPrefix", format.prefix());
                XmlText.element(xml, "schema", format.schema());
                XmlText.element(xml, "metadataNamespace", format.namespace());
                xml.writeEndElement();
            }
        };
    }

    private Answer sets(OaiRequest request) {
        if (request.token().isPresent()) {
            throw new OaiError(BAD_RESUMPTION_TOKEN, "The list of sets is given whole");
        }
        return xml -> {
            for (Trade trade : vocabulary.trades()) {
                set("trade:" + trade.id(), trade.label("nl"), xml);
            }
            for (var source : catalogue.countBySource().keySet()) {
                set("source:" + source, source.value(), xml);
            }
        };
    }

    private static void set(String spec, String name, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("set");
        XmlText.element(xml, "setSpec", spec);
        XmlText.element(xml, "setName", name);
        xml.writeEndElement();
    }

    private Answer record(OaiRequest request) {
        MetadataFormat format =
                MetadataFormat.of(request.argument("metadataPrefix").orElseThrow());
        CatalogueRecord record = find(request.argument("identifier").orElseThrow());
        return xml -> record(record, record.passedOn(), format, xml);
    }

    private Answer list(OaiRequest request, boolean whole) {
        OaiSelection selection = OaiSelection.of(request);
        List<CatalogueRecord> found =
                catalogue.selected(selection.selection(), new ChangeNumber(selection.after()), PAGE + 1);
        if (found.isEmpty()) {
            throw new OaiError(NO_RECORDS_MATCH, "There is nothing (more) of that kind");
        }
        List<CatalogueRecord> page = found.subList(0, Math.min(PAGE, found.size()));
        boolean more = found.size() > PAGE;
        return xml -> {
            for (CatalogueRecord record : page) {
                Optional<LearningResource> passedOn = selection.selection().passedOn(record);
                if (whole) {
                    record(record, passedOn, selection.format(), xml);
                } else {
                    header(record, passedOn, xml);
                }
            }
            if (more) {
                XmlText.element(
                        xml,
                        "resumptionToken",
                        selection.tokenAfter(page.getLast().number()));
            } else if (request.token().isPresent()) {
                xml.writeEmptyElement("resumptionToken");
            }
        };
    }

    private void record(
            CatalogueRecord record, Optional<LearningResource> passedOn, MetadataFormat format, XMLStreamWriter xml)
            throws XMLStreamException {
        xml.writeStartElement("record");
        header(record, passedOn, xml);
        if (passedOn.isPresent()) {
            xml.writeStartElement("metadata");
            format.write(passedOn.get(), xml);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** @param passedOn empty where it is gone, be it only from the set that was asked for */
    private void header(CatalogueRecord record, Optional<LearningResource> passedOn, XMLStreamWriter xml)
            throws XMLStreamException {
        xml.writeStartElement("header");
        if (passedOn.isEmpty()) {
            xml.writeAttribute("status", "deleted");
        }
        XmlText.element(xml, "identifier", identifierPrefix() + record.id());
        XmlText.element(xml, "datestamp", second(record.lastChanged()));
        if (passedOn.isPresent()) {
            LearningResource resource = passedOn.get();
            for (var trade : resource.subject().trades()) {
                XmlText.element(xml, "setSpec", "trade:" + trade.id());
            }
            XmlText.element(
                    xml, "setSpec", "source:" + resource.origin().source().id());
        }
        xml.writeEndElement();
    }

    private CatalogueRecord find(String identifier) {
        if (identifier.chars().anyMatch(character -> character <= ' ')) {
            throw new OaiError(BAD_ARGUMENT, "An identifier is a URI");
        }
        return Optional.of(identifier)
                .filter(text -> text.startsWith(identifierPrefix()))
                .map(text -> text.substring(identifierPrefix().length()))
                .filter(text -> text.matches("[0-9a-f]{32}"))
                .flatMap(text -> catalogue.find(new ResourceId(text)))
                .orElseThrow(() -> new OaiError(ID_DOES_NOT_EXIST, "There is no such record here"));
    }

    private String identifierPrefix() {
        return "oai:" + settings.identifier() + ":";
    }

    private static String second(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
