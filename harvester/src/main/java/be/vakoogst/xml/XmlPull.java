package be.vakoogst.xml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Pulls elements out of a document, one after the other. For one thread. */
public final class XmlPull {

    private static final int MOST_DEPTH = 100;
    private static final int MOST_ELEMENTS = 20_000;
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader reader;
    private int elements;

    private XmlPull(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** @param text as {@link XmlText#of} gives it */
    public static XmlPull over(String text) {
        String mended = XmlText.mended(text);
        int start = Math.max(0, mended.indexOf('<'));
        try {
            return new XmlPull(FACTORY.createXMLStreamReader(new StringReader(mended.substring(start))));
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** No DTD, no entity, no other file. Prefixes need not be declared. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /**
     * Goes to the next element that begins, however deep.
     *
     * @return its name without prefix; empty at the end of the document
     * @throws XmlBroken where the document cannot be read on
     */
    public Optional<String> next() {
        try {
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    return Optional.of(local(reader.getLocalName()));
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /**
     * The element that {@link #next} went to, whole; then the reader stands behind it.
     *
     * @throws XmlBroken where the document cannot be read on, or is nested deeper than {@value #MOST_DEPTH}
     */
    public XmlElement element() {
        elements = 0;
        try {
            return element(1);
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private XmlElement element(int depth) throws XMLStreamException {
        if (depth > MOST_DEPTH || ++elements > MOST_ELEMENTS) {
            throw new XMLStreamException(
                    "nested deeper than " + MOST_DEPTH + " or more than " + MOST_ELEMENTS + " elements",
                    reader.getLocation());
        }
        String name = local(reader.getLocalName());
        Map<String, String> attributes = attributes();
        List<XmlElement> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                default -> {}
            }
        }
        return new XmlElement(name, attributes, children, text.toString());
    }

    private Map<String, String> attributes() {
        int count = reader.getAttributeCount();
        if (count == 0) {
            return Map.of();
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            attributes.put(local(reader.getAttributeLocalName(i)), reader.getAttributeValue(i));
        }
        return attributes;
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private static XmlBroken broken(XMLStreamException e) {
        String what = e.getMessage() == null
                ? "unreadable"
                : e.getMessage().lines().reduce((first, last) -> last).orElse("");
        String at = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNumber() + ", column "
                        + e.getLocation().getColumnNumber();
        return new XmlBroken(what.replaceFirst("^Message: ", "") + at, e);
    }
}
