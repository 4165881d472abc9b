package be.vakoogst.xml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element with all that stands in it. Names are without prefix: which prefix stands for which namespace is what publishers get wrong most.
 *
 * @param text its own characters, without those of its children
 */
public record XmlElement(String name, Map<String, String> attributes, List<XmlElement> children, String text) {

    public Stream<XmlElement> all(String child) {
        return children.stream().filter(element -> element.name().equalsIgnoreCase(child));
    }

    public Optional<XmlElement> first(String child) {
        return all(child).findFirst();
    }

    /** Along a path of names, all that stand at its end. */
    public Stream<XmlElement> at(String... path) {
        Stream<XmlElement> here = Stream.of(this);
        for (String name : path) {
            here = here.flatMap(element -> element.all(name));
        }
        return here;
    }

    /** The text of the first at the end of a path; empty when there is none or it is blank. */
    public String textAt(String... path) {
        return textAt(0, path);
    }

    private String textAt(int step, String... path) {
        if (step == path.length) {
            return wholeText();
        }
        for (XmlElement child : children) {
            String found = child.name().equalsIgnoreCase(path[step]) ? child.textAt(step + 1, path) : "";
            if (!found.isBlank()) {
                return found;
            }
        }
        return "";
    }

    /** The characters of the element and of all within it. */
    public String wholeText() {
        if (children.isEmpty()) {
            return text.strip();
        }
        StringBuilder whole = new StringBuilder(text);
        children.forEach(child -> whole.append(' ').append(child.wholeText()));
        return whole.toString().strip();
    }

    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }
}
