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

/** What of a page is to be walked through or held in one's hands: 3D models, WebXR scenes and panoramas. */
public final class Immersive implements PageReading {

    /** The name in {@code resource-types.yml}. */
    private static final String XR = "xr";

    private static final String MODELS =
            "model-viewer[src], model-viewer[ios-src], a[href~=(?i)\\.(glb|gltf|usdz)([?#]|$)], a-asset-item[src], link[rel~=(?i)\\bar\\b][href]";
    private static final String SCENES = "a-scene, model-viewer[ar], vr-view, xr-scene, [data-pannellum], a-sky";

    /** Calls of the WebXR Device API (section 4), and of what was there before it. */
    private static final Pattern CALLS = Pattern.compile(
            "navigator\\s*\\.\\s*xr\\b|requestSession\\(\\s*['\"]immersive-(?:vr|ar)['\"]|\\bVRButton\\b|\\bARButton\\b|getVRDisplays");

    @Override
    public List<Statement> read(Document page, URI url) {
        Sayings sayings = new Sayings(Syntax.HTML, "immersive");
        page.select(MODELS).forEach(element -> model(element, url, sayings));
        Element scene = page.selectFirst(SCENES);
        if (scene != null) {
            sayings.words(Field.TYPE, XR, scene.normalName());
        } else if (page.getElementsByTag("script").stream()
                .anyMatch(script -> CALLS.matcher(script.data()).find())) {
            sayings.words(Field.TYPE, XR, "script[WebXR]");
        }
        return sayings.all();
    }

    private static void model(Element element, URI url, Sayings sayings) {
        for (String attribute : List.of("src", "ios-src", "href")) {
            Optional<URI> file =
                    element.hasAttr(attribute) ? Reference.resolve(url, element.attr(attribute)) : Optional.empty();
            file.ifPresent(address -> FileType.of(address.getPath())
                    .filter(type -> type.startsWith("model/"))
                    .ifPresent(type -> state(address, type, element.normalName(), sayings)));
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
