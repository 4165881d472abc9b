package be.vakoogst.document.process;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Files of three dimensions, none of which Tika knows: glTF 2.0 (section 4.4 for its binary form), and USDZ, which is a zip by another name. */
final class Model {

    /** What the first bytes must tell. */
    static final int START = 64;

    private Model() {}

    /** Of what has no words. */
    static boolean is(String type) {
        return type.startsWith("model/");
    }

    static Optional<String> typeOf(byte[] start, String name) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        String lower = name.toLowerCase(Locale.ROOT);
        if (text.startsWith("glTF")) {
            return Optional.of("model/gltf-binary");
        }
        if (lower.endsWith(".gltf") && text.stripLeading().startsWith("{")) {
            return Optional.of("model/gltf+json");
        }
        return lower.endsWith(".usdz") && text.startsWith("PK\3\4")
                ? Optional.of("model/vnd.usdz+zip")
                : Optional.empty();
    }
}
