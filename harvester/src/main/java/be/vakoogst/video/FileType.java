package be.vakoogst.video;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The media type of a file by its name's ending. */
final class FileType {

    private static final Map<String, String> TYPES = Map.of(
            "mp4", "video/mp4",
            "m4v", "video/mp4",
            "webm", "video/webm",
            "ogv", "video/ogg",
            "m3u8", "application/vnd.apple.mpegurl",
            "mp3", "audio/mpeg",
            "ogg", "audio/ogg",
            "glb", "model/gltf-binary",
            "gltf", "model/gltf+json",
            "usdz", "model/vnd.usdz+zip");

    private static final int LONGEST = 5;

    private FileType() {}

    static Optional<String> of(String address) {
        String path = before('#', before('?', address)).strip();
        String ending = path.substring(path.lastIndexOf('.') + 1);
        return ending.length() > LONGEST
                ? Optional.empty()
                : Optional.ofNullable(TYPES.get(ending.toLowerCase(Locale.ROOT)));
    }

    private static String before(char end, String text) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }
}
