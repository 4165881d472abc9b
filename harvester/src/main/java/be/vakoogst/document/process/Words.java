package be.vakoogst.document.process;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.tika.exception.WriteLimitReachedException;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Collects the words of a document from the XHTML that Tika makes of it, up to a limit, and what is set as a heading in it. */
final class Words extends DefaultHandler {

    /** Characters; more than is ever searched. */
    private static final int MOST = 120_000;

    private static final int MOST_HEADINGS = 10;
    private static final int LONGEST_HEADING = 300;
    private static final Set<String> INLINE = Set.of("a", "b", "i", "u", "em", "strong", "span", "sup", "sub", "s");

    private final StringBuilder text = new StringBuilder();
    private final List<String> headings = new ArrayList<>();
    private final Set<String> licences = new LinkedHashSet<>();
    private int headingStart = -1;

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        String address = attributes.getValue("href");
        if (address != null && address.contains("creativecommons.org/") && licences.size() < MOST_HEADINGS) {
            licences.add(address);
        }
        if (isHeading(name, attributes)) {
            headingStart = text.length();
        }
    }

    private static boolean isHeading(String name, Attributes attributes) {
        boolean heading = name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
        String role = attributes.getValue("class");
        return heading || role != null && (role.equals("title") || role.equals("slide-title"));
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        if (headingStart >= 0 && !INLINE.contains(name)) {
            heading(text.substring(Math.min(headingStart, text.length())).strip());
            headingStart = -1;
        }
        if (!INLINE.contains(name)) {
            breakLine();
        }
    }

    private void heading(String words) {
        if (!words.isEmpty() && words.length() <= LONGEST_HEADING && headings.size() < MOST_HEADINGS) {
            headings.add(words.replaceAll("\\s+", " "));
        }
    }

    private void breakLine() {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
            end--;
        }
        text.setLength(end);
        if (end > 0 && text.charAt(end - 1) != '\n') {
            text.append('\n');
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) throws SAXException {
        int room = MOST - text.length();
        text.append(characters, start, Math.min(length, room));
        if (length > room) {
            throw new WriteLimitReachedException(MOST);
        }
    }

    @Override
    public void ignorableWhitespace(char[] characters, int start, int length) throws SAXException {
        if (!text.isEmpty()) {
            characters(characters, start, length);
        }
    }

    String text() {
        return text.toString().strip();
    }

    List<String> headings() {
        return headings;
    }

    List<String> licences() {
        return List.copyOf(licences);
    }
}
