package be.vakoogst.folder;

import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Hears the text of a workbook's values, formulas and strings, wherever they stand (ECMA-376 part 1, section 18.4). For one thread. */
abstract class WorkbookText extends DefaultHandler {

    private final StringBuilder text = new StringBuilder();
    private boolean listening;
    private boolean pronounced;

    /** An element that is no text begins. */
    abstract void begins(String name, Attributes attributes) throws SAXException;

    /** It ends. */
    abstract void ends(String name) throws SAXException;

    /** What was heard since it was last taken. */
    final String taken() {
        String taken = text.toString();
        text.setLength(0);
        return taken;
    }

    @Override
    public final void startElement(String uri, String name, String qualified, Attributes attributes)
            throws SAXException {
        switch (name) {
            // How a word is said, beside the word: it is no part of it.
            case "rPh" -> pronounced = true;
            case "v", "t" -> listening = !pronounced;
            case "f" -> {
                listening = true;
                begins(name, attributes);
            }
            default -> begins(name, attributes);
        }
    }

    @Override
    public final void characters(char[] characters, int start, int length) {
        if (listening) {
            text.append(characters, start, length);
        }
    }

    @Override
    public final void endElement(String uri, String name, String qualified) throws SAXException {
        switch (name) {
            case "rPh" -> pronounced = false;
            case "v", "t" -> listening = false;
            case "f" -> {
                listening = false;
                ends(name);
            }
            default -> ends(name);
        }
    }
}
