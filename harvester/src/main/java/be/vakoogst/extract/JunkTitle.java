package be.vakoogst.extract;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Titles that programs gave and nobody changed: {@code Microsoft Word - Document1}, {@code untitled.indd}, {@code Scan_0012}. */
public final class JunkTitle {

    private static final Pattern OFFICE = Pattern.compile(
            "(?i)^(?:microsoft (?:office )?(?:word|powerpoint|excel|publisher)|openoffice(?:\\.org)?|print) ?[-–] ?");
    private static final Pattern FILE = Pattern.compile(
            "(?i)\\.(?:docx?|docm|dotx?|rtf|odt|odp|ods|pptx?|ppsx?|xlsx?|pdf|indd|qxd|qxp|pub|pages|key|eps|ai|psd|cdr|dwg|tiff?|jpe?g|png|txt|md|html?|zip|h5p|epub)$");
    private static final Pattern EMPTY = Pattern.compile("(?ix)"
            + "(?: (?:naamloos|untitled|unbenannt|sans \\s titre|no \\s title|geen \\s titel|titel|title|titre|template|sjabloon"
            + "     |document|dokument|presentatie|presentation|présentation|map|book|classeur|werkmap|werkblad|blad|sheet|feuil|layout"
            + "     |slide|dia|diapositive|scan|scanned|image|afbeelding|img|dsc|foto|photo|export|print|temp|test|concept"
            + "     |new|nieuw|kopie|copy|copie|publicatie|publication|onbekend|unknown|null|none|bestand|file)"
            + "   (?: \\s (?:document|file|bestand|page|van|of|from|scan|image|presentatie|presentation))* [\\s_.\\-\\#()]* \\d* [\\s_.\\-()]* )"
            + "| \\(? (?:anonymous|anoniem|unspecified) \\)? | power \\s? point [\\s-]? presentat(?:ie|ion) | présentation \\s powerpoint | diapositive \\s \\d+ | dia\\d*"
            + "| doc\\d+ | [\\d\\W_]* | [0-9a-f-]{16,} | .{1,2}");

    private JunkTitle() {}

    public static boolean is(String title) {
        String text = title.strip();
        return OFFICE.matcher(text).lookingAt() || FILE.matcher(text).find() || isEmpty(text);
    }

    private static boolean isEmpty(String text) {
        return EMPTY.matcher(text).matches();
    }

    /** The name of a file as words, where it has any; else as it is, which is better than no title at all. */
    public static String ofFile(String name) {
        return readable(name).orElseGet(() -> name.replaceFirst("^.*/", "").replaceFirst("\\.[A-Za-z0-9]{1,5}$", ""));
    }

    /** The name of a file as words: {@code 03_veilig-lassen%20def.pdf → 03 veilig lassen def}; empty where it says nothing. */
    public static Optional<String> readable(String name) {
        String plain = OFFICE.matcher(name).replaceFirst("").replaceFirst("^.*[/\\\\]", "");
        Matcher extension = Pattern.compile("\\.[A-Za-z0-9]{1,5}$").matcher(plain);
        String words = extension
                .replaceFirst("")
                .replaceAll("(?<=\\p{Ll})(?=\\p{Lu}\\p{Ll})", " ")
                .replaceAll("[_+\\s]+|(?<=\\p{L})[-.](?=[\\p{L}\\d])|(?<=\\d)[-.](?=\\p{L})", " ")
                .strip();
        return Optional.of(words)
                .filter(text -> !isEmpty(text))
                .map(text -> Character.toUpperCase(text.charAt(0)) + text.substring(1));
    }
}
