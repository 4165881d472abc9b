package be.vakoogst.normalise;

import java.net.URI;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Creative Commons licence or public domain tool, by its address or in words, in every version and port (creativecommons.org/licenses/list.en).
 *
 * @param code by, by-nc-sa, zero, mark…; empty when only "Creative Commons" is said
 * @param version empty when none is said: none is ever filled in
 * @param port the country or body a version was adapted for
 */
record CreativeCommons(String code, Optional<String> version, Optional<String> port) {

    private static final Set<String> CODES = Set.of(
            "by",
            "by-nc",
            "by-nd",
            "by-sa",
            "by-nc-nd",
            "by-nd-nc",
            "by-nc-sa",
            "nc",
            "nd",
            "sa",
            "nc-sa",
            "nd-nc",
            "sampling",
            "sampling+",
            "nc-sampling+",
            "devnations",
            "publicdomain",
            "zero",
            "mark");

    /** Of their own host, and not a path of somebody else's that is called so. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![\\w./@-])(?:(?:https?:)?//)?(?:[a-z]{2,4}\\.)?creativecommons\\.org/(?:licen[cs]es|publicdomain)/"
                    + "([a-z+-]+)(?:/([1-4]\\.[015])(?:/([a-z]{2,8})(?![a-z]))?)?",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> NO_PORT = Set.of("deed", "legalcode", "rdf");
    private static final Pattern NAMED = Pattern.compile(
            "^cc$|\\bcc (?:licen[cst]|nc|nd|sa|[1-4]\\.|naams?verm|attrib|patern)|\\bcc ?by|creative commons"
                    + "|(?:naams?vermelding|attribution|paternite|namensnennung) ?(?:.{0,80}\\b[1-4]\\.[015]\\b"
                    + "|non ?commercial|niet ?commercieel|share ?alike|gelijk ?delen|no ?deriv|geen ?afgeleide"
                    + "|pas d ?utilisation commerciale|pas de modification|partage (?:dans|a l)|nicht kommerziell|weitergabe)");

    /** Only words of the grammar may stand between: "niets eraan veranderd, CC BY" grants it. */
    private static final Pattern DENIED = Pattern.compile(
            "\\b(?:geen|niet|not|pas|sans|zonder|no)(?: (?:under|onder|sous|a|an|the|een|de|la|licen[cs]e|licensed|gelicentieerd|vrijgegeven|available"
                    + "|beschikbaar|valt|met|with|avec))* (?:cc ?by|cc|creative commons)\\b");

    private static final Pattern SHORT = Pattern.compile("\\bcc ?by(?: ?(?:nc|nd|sa))*\\b");
    private static final Pattern ATTRIBUTION =
            Pattern.compile("\\bby\\b|attribution|naams?vermelding|paternite|namensnennung");
    private static final Pattern NON_COMMERCIAL = Pattern.compile(
            "\\bnc\\b|non ?commercial|niet ?commercieel|pas d ?utilisation commerciale|nicht kommerziell");
    private static final Pattern NO_DERIVATIVES = Pattern.compile(
            "\\bnd\\b|no ?deriv|geen ?afgeleide|pas de modification|pas d ?oeuvre derivee|keine bearbeitung");
    private static final Pattern SHARE_ALIKE = Pattern.compile(
            "\\bsa\\b|share ?alike|gelijk ?delen|partage (?:dans|a l|selon|des conditions)|weitergabe unter gleichen");
    private static final Pattern ZERO =
            Pattern.compile("\\bcc ?0\\b|\\bcc ?zero\\b|creative commons (?:zero|0)|no rights reserved");
    private static final Pattern VERSION = Pattern.compile("\\b([1-4]\\.[015])\\b ?([a-z]*)( |$)");
    private static final Pattern WHOLE_VERSION = Pattern.compile("\\bcc ?by(?: ?(?:nc|nd|sa))* v?([1-4])(?![\\w.])");
    private static final Pattern IN_TEXT = Pattern.compile(
            "(?i)(?:https?://)?creativecommons\\.org/(?:licen[cs]es|publicdomain)/[a-z+-]+/[1-4]\\.[015](?:/[a-z]{2,8})?"
                    + "|\\bCC[ -]BY(?:[ -](?:NC|ND|SA))*[ -][1-4]\\.[015]\\b|\\bCC0\\b");
    private static final Map<String, String> COUNTRIES = Map.of(
            "belgie",
            "be",
            "belgium",
            "be",
            "belgique",
            "be",
            "nederland",
            "nl",
            "netherlands",
            "nl",
            "france",
            "fr",
            "duitsland",
            "de",
            "germany",
            "de",
            "igo",
            "igo");

    static final CreativeCommons UNSPECIFIED = new CreativeCommons("", Optional.empty(), Optional.empty());

    /** What a statement names, by address before words; empty when it speaks of no Creative Commons licence. */
    static Optional<CreativeCommons> in(String statement) {
        return byAddress(statement).or(() -> inWords(folded(statement)));
    }

    /** The words of a running text that name a licence beyond doubt: an address, or initials with their version. */
    static Optional<String> quotedFrom(String text) {
        Matcher words = IN_TEXT.matcher(text);
        return words.find() ? Optional.of(words.group()) : Optional.empty();
    }

    private static Optional<CreativeCommons> byAddress(String statement) {
        Matcher address = ADDRESS.matcher(statement);
        return address.find()
                ? Optional.of(address.group(1).toLowerCase(Locale.ROOT))
                        .filter(CODES::contains)
                        .map(code -> new CreativeCommons(
                                code,
                                Optional.ofNullable(address.group(2)),
                                Optional.ofNullable(address.group(3))
                                        .map(port -> port.toLowerCase(Locale.ROOT))
                                        .filter(port -> !NO_PORT.contains(port))))
                : Optional.empty();
    }

    /** Without accents, hyphens and signs. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9.+]+", " ")
                .replaceAll("\\.(?!\\d)", " ")
                .strip();
    }

    private static Optional<CreativeCommons> inWords(String text) {
        if (ZERO.matcher(text).find()) {
            return Optional.of(new CreativeCommons("zero", Optional.of("1.0"), Optional.empty()));
        }
        if (!NAMED.matcher(text).find() || DENIED.matcher(text).find()) {
            return Optional.empty();
        }
        Matcher initials = SHORT.matcher(text);
        String code = initials.find() ? code(spaced(initials.group())) : code(text);
        return Optional.of(code.isEmpty() ? UNSPECIFIED : new CreativeCommons(code, version(text), port(text)));
    }

    /** {@code ccbyncsa} as {@code cc by nc sa}. */
    private static String spaced(String initials) {
        return initials.replaceAll("(by|nc|nd|sa)", " $1 ");
    }

    private static String code(String text) {
        if (!ATTRIBUTION.matcher(text).find()) {
            return "";
        }
        String code = Stream.of(
                        Optional.of("by"),
                        said(NON_COMMERCIAL, text, "nc"),
                        said(NO_DERIVATIVES, text, "nd"),
                        said(SHARE_ALIKE, text, "sa"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("-"));
        return CODES.contains(code) ? code : "";
    }

    private static Optional<String> said(Pattern words, String text, String element) {
        return words.matcher(text).find() ? Optional.of(element) : Optional.empty();
    }

    private static Optional<String> version(String text) {
        Matcher version = VERSION.matcher(text);
        Matcher whole = WHOLE_VERSION.matcher(text);
        return version.find()
                ? Optional.of(version.group(1))
                : whole.find() ? Optional.of(whole.group(1) + ".0") : Optional.empty();
    }

    /** The word behind the version, where it names a country; version 4.0 has no ports. */
    private static Optional<String> port(String text) {
        Matcher version = VERSION.matcher(text);
        if (!version.find() || version.group(1).equals("4.0")) {
            return Optional.empty();
        }
        String word = version.group(2);
        boolean code = version.group(3).isEmpty()
                && Arrays.asList(Locale.getISOCountries()).contains(word.toUpperCase(Locale.ROOT));
        return Optional.ofNullable(COUNTRIES.get(word)).or(() -> code ? Optional.of(word) : Optional.empty());
    }

    String id() {
        return switch (code) {
            case "" -> "cc-onbepaald";
            case "zero" -> "cc0-1.0";
            case "mark" -> "pdm-1.0";
            default ->
                Stream.of(Optional.of("cc-" + today()), version, port)
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining("-"));
        };
    }

    /** Version 1.0 alone turned two elements around; SPDX does not. */
    private String today() {
        return code.replace("by-nd-nc", "by-nc-nd").replace("+", "-plus");
    }

    /** Empty without a version, as the address would say more than the publisher did. */
    Optional<URI> uri() {
        return switch (code) {
            case "" -> Optional.empty();
            case "zero", "mark" ->
                Optional.of(URI.create("https://creativecommons.org/publicdomain/" + code + "/1.0/"));
            case "publicdomain" -> Optional.of(URI.create("https://creativecommons.org/licenses/publicdomain/"));
            default ->
                version.map(number -> URI.create("https://creativecommons.org/licenses/" + code + "/" + number + "/"
                        + port.map(country -> country + "/").orElse("")));
        };
    }

    boolean restricts() {
        return List.of(code.split("-")).stream().anyMatch(Set.of("nc", "nd")::contains);
    }
}
