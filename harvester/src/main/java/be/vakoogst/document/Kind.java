package be.vakoogst.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a body is a document, by its first bytes; and only where these say nothing, by what its header and its name claim. */
final class Kind {

    /** Of PDF, zip, OLE2, RTF, PNG, JPEG, GIF, TIFF, RIFF, Ogg, FLAC, MP3, Matroska, gzip, 7z, rar, binary glTF: their specifications' first bytes. */
    private static final List<String> STARTS = List.of(
            "%PDF-",
            "PK\3\4",
            "PK\5\6",
            "\u00d0\u00cf\u0011\u00e0",
            "{\\rtf",
            "\u0089PNG",
            "\u00ff\u00d8\u00ff",
            "GIF8",
            "II*\0",
            "MM\0*",
            "RIFF",
            "OggS",
            "fLaC",
            "ID3",
            "\u00ff\u00fb",
            "\u001a\u0045\u00df\u00a3",
            "\u001f\u008b",
            "7z\u00bc\u00af",
            "Rar!",
            "glTF");

    private static final Pattern HTML =
            Pattern.compile("(?is)\\s*(<!--.*?-->\\s*)*<(!doctype html|html|head|body)\\b.*");
    private static final Pattern TYPES = Pattern.compile(
            "application/(pdf|zip|x-zip.*|rtf|msword|epub.*|x-h5p.*|h5p|vnd\\.(ms-|openxmlformats|oasis|visio).*|x-tar|gzip|octet-stream)"
                    + "|text/(plain|rtf|markdown|csv|x-.*)|image/(?!svg).*|audio/.*|video/.*|model/.*");
    private static final Pattern NAMES = Pattern.compile(
            ".*\\.(pdf|docx?|docm|pptx?|ppsx?|xlsx?|od[tps]|epub|rtf|txt|md|csv|zip|h5p|imscc|mp[34]|m4[av]|wav|ogg|webm|mov|jpe?g|png|gif|tiff?|webp|glb|gltf|usdz)");

    private Kind() {}

    static boolean isDocument(byte[] start, String declared, String name) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (STARTS.stream().anyMatch(text::startsWith) || text.startsWith("ftyp", 4)) {
            return true;
        }
        if (declared.contains("html") || HTML.matcher(text).matches()) {
            return false;
        }
        boolean unsaid = declared.isEmpty() || declared.equals("application/octet-stream");
        return unsaid
                ? NAMES.matcher(name.toLowerCase(Locale.ROOT)).matches()
                : TYPES.matcher(declared).matches();
    }
}
