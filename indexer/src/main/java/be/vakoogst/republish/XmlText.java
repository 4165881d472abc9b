package be.vakoogst.republish;

import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Elements that hold nothing but text. */
final class XmlText {

    private XmlText() {}

    static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(legal(text));
        xml.writeEndElement();
    }

    static void optional(XMLStreamWriter xml, String name, Optional<String> text) throws XMLStreamException {
        if (text.isPresent()) {
            element(xml, name, text.get());
        }
    }

    /** Without what XML 1.0 (section 2.2) has no place for. */
    static String legal(String text) {
        return text.replaceAll("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "");
    }
}
