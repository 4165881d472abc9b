package be.vakoogst.video;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.Sayings;
import be.vakoogst.extract.Statement;
import be.vakoogst.extract.Syntax;
import be.vakoogst.extract.Value;
import be.vakoogst.fetch.Reference;
import be.vakoogst.page.PageReading;
import be.vakoogst.resource.Media;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeVisitor;

/** What of a page is to be walked through or held in one's hands: 3D models, WebXR scenes and panoramas. */
public final class Immersive implements PageReading {

    /** The name in {@code resource-types.yml}. */
    private static final String XR = "xr";

    /** Calls of the WebXR Device API (section 4), and of what was there before it. */
    private static final Pattern CALLS = Pattern.compile(
            "navigator\\s*\\.\\s*xr\\b|requestSession\\(\\s*['\"]immersive-(?:vr|ar)['\"]|\\bVRButton\\b|\\bARButton\\b|getVRDisplays");

    @Override
    public List<Statement> read(Document page, URI url) {
        Sayings sayings = new Sayings(Syntax.HTML, "immersive");
        NodeVisitor reader = (node, depth) -> {
            if (node instanceof Element element) {
                read(element, url, sayings);
            }
        };
        page.traverse(reader);
        return sayings.all();
    }

    private static void read(Element element, URI url, Sayings sayings) {
        switch (element.normalName()) {
            case "a", "link", "a-asset-item" -> model(element, url, sayings);
            case "model-viewer" -> {
                sayings.words(Field.TYPE, XR, "model-viewer");
                model(element, url, sayings);
            }
            case "a-scene", "xr-scene", "vr-view" -> sayings.words(Field.TYPE, XR, element.normalName());
            case "script" -> script(element, sayings);
            default -> {}
        }
    }

    private static void script(Element script, Sayings sayings) {
        if (!script.attr("type").contains("json")
                && CALLS.matcher(script.data()).find()) {
            sayings.words(Field.TYPE, XR, "script[WebXR]");
        }
    }

    private static void model(Element element, URI url, Sayings sayings) {
        for (String attribute : List.of("src", "ios-src", "href")) {
            String reference = element.attr(attribute);
            FileType.of(reference)
                    .filter(type -> type.startsWith("model/"))
                    .ifPresent(type -> Reference.resolve(url, reference)
                            .ifPresent(file -> state(file, type, element.normalName(), sayings)));
        }
    }

    private static void state(URI file, String type, String where, Sayings sayings) {
        sayings.words(Field.TYPE, XR, where);
        sayings.add(
                Field.MEDIA,
                new Value.File(file, Optional.of(type), Optional.empty(), Optional.empty(), Media.Role.CONTENT),
                where);
    }
}
