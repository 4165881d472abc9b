package be.vakoogst.normalise;

import be.vakoogst.extract.Value;
import be.vakoogst.resource.Agent;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names of people and organisations: one agent for each, a person unless its name or the statement says otherwise. Safe for any number of threads. */
final class Agents {

    private static final int LONGEST = 200;
    private static final int MOST = 20;
    private static final Pattern BY = Pattern.compile(
            "(?i)^(?:door|tekst|auteurs?|samengesteld door|par|by|text|auteur e[nt] foto's|©)\\s*:?\\s+");
    private static final Pattern ADDRESS = Pattern.compile("[<(]?\\S+@\\S+[)>]?");
    private static final Pattern ROLE =
            Pattern.compile("\\s*\\((?:red|ed|eds|auteur|author|foto|foto's|illustrator|samenst)\\.?\\)\\s*$");
    private static final Pattern NOBODY = Pattern.compile(
            "(?i)https?://.*|www\\..*|[^\\p{L}]*|admin(?:istrator)?|(?:microsoft|windows|office|apple|mac|pc|hp|dell|acer|lenovo|toshiba)(?: office)?(?: user)?|gebruiker|utilisateur|benutzer|owner|eigenaar|preferred customer|standaardgebruiker|mijn bedrijf|super-?admin|root|user\\d*|test|wordpress|webmaster|web ?redactie|redacteur|beheerder|anoniem|anonymous|onbekend|unknown(?: creator)?|auteur|author|n/?a|-+"
                    + "|apache poi|openpyxl|xlsxwriter|python-(?:docx|pptx)|php(?:word|excel|powerpoint|spreadsheet)|(?:libre|open)office(?:\\.org)?");
    private static final Pattern ORGANISATION = Pattern.compile(
            "(?i)\\b(vzw|nv|bv|bvba|cv|cvba|comm\\.?v|asbl|sa|srl|sprl|inc|ltd|llc|gmbh|ag|plc|b\\.v\\.|n\\.v\\.|federatie|fédération|federation|vereniging|association|redactie|rédaction|uitgeverij|éditions|publishers?|press|school|scholen|college|atheneum|lyceum|campus|scholengroep|hogeschool|universiteit|university|université|instituut|institute|institut|centrum|centre|center|kanaal|omroep|televisie|radio|fonds|fonds voor|vakblad|magazine|tijdschrift|academie|academy|académie|team|dienst|service|services|groep|groupe|group|stichting|fondation|foundation|ministerie|ministère|departement|department|overheid|gemeente|stad|provincie|kamer|bond|confederatie|confédération|unie|union|project|netwerk|réseau|network|bedrijf|company|studio|museum|bibliotheek|koninklijke?|syntra|vdab|ku|cvo|cdo|clb|rtc|fod|spf|ugent|uhasselt|uantwerpen|kul|vub|ulb|vives|odisee|howest|pxl|volta|agoria|embuild|bouwunie|traxio|educam|buildwise|wtcb|woodwize|alimento|onderwijs|enseignement|forem|actiris|cevora|constructiv|vlaanderen)\\b"
                    + "|(?:federatie|omroep|fonds|school|scholen|bond|centrum|groep|instituut|academie|vereniging|kanaal|uitgeverij|dienst)\\b|[&@]|\\d{2,}|\\.(?:be|nl|com|org|eu|fr|net)$");
    private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}{2,}[\\p{Lu}\\d.-]*");
    private static final Pattern ONE_WORD_NAME = Pattern.compile("\\p{L}+\\p{Ll}\\p{Lu}\\p{L}*");
    private static final Pattern TURNED = Pattern.compile("([\\p{L}'’. -]{2,60}),\\s*(\\p{Lu}[\\p{L}'’. -]{0,40})");

    /** {@code Jan Peeters, leraar hout}: a given name begins with a capital. */
    private static final Pattern OCCUPATION = Pattern.compile("([^,]+),\\s+\\p{Ll}[^,]*");

    private static final Pattern SEPARATE = Pattern.compile("\\s*;\\s*");
    private static final Pattern JOINED = Pattern.compile("\\s+(?:en|et|and|&|\\+)\\s+|\\s+/\\s+|\\s*,\\s+");
    private static final Set<String> PARTICLES = Set.of(
            "van", "de", "den", "der", "ter", "ten", "te", "vander", "vanden", "von", "du", "la", "le", "di", "el");

    private final GivenNames given;
    private final Function<Value, List<Agent>> known = new Repeated<>(this::look);

    Agents(GivenNames given) {
        this.given = given;
    }

    /** All agents that a statement names; none when it names nobody. */
    List<Agent> read(Value value) {
        return known.apply(value);
    }

    private List<Agent> look(Value value) {
        Optional<Agent.Kind> stated = value instanceof Value.Who(var _, var kind, var _) ? kind : Optional.empty();
        return PlainText.line(value).stream()
                .flatMap(text -> names(BY.matcher(text).replaceFirst(""), stated).stream())
                .map(Agents::bare)
                .filter(name -> !name.isEmpty()
                        && name.length() <= LONGEST
                        && !NOBODY.matcher(name).matches())
                .map(name -> agent(name, stated, url(value)))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static Optional<URI> url(Value value) {
        return value instanceof Value.Who(var _, var _, var url) ? url : Optional.empty();
    }

    private static String bare(String name) {
        String unaddressed = ADDRESS.matcher(name).replaceAll("").strip();
        return unoccupied(ROLE.matcher(unaddressed).replaceFirst(""))
                .replaceFirst("^\\((.*)\\)$", "$1")
                .strip();
    }

    private static String unoccupied(String name) {
        Matcher occupied = OCCUPATION.matcher(name);
        return occupied.matches() && isFullName(occupied.group(1)) && kind(name) == Agent.Kind.PERSON
                ? occupied.group(1)
                : name;
    }

    /** One organisation may have "en" and commas in its name. */
    private List<String> names(String text, Optional<Agent.Kind> stated) {
        List<String> separate = List.of(SEPARATE.split(text));
        if (separate.size() > 1) {
            return separate;
        }
        boolean organisation = stated.map(kind -> kind == Agent.Kind.ORGANIZATION)
                .orElseGet(() -> kind(text) == Agent.Kind.ORGANIZATION);
        boolean mayBePeople = !organisation || text.contains("&") && stated.isEmpty();
        List<String> joined = List.of(JOINED.split(text));
        return mayBePeople && joined.size() > 1 ? people(joined).orElse(List.of(text)) : List.of(text);
    }

    /** Two people have two names each, or a given name each and the last one's family name. */
    private Optional<List<String>> people(List<String> joined) {
        if (joined.stream().allMatch(Agents::isPerson)) {
            return Optional.of(joined);
        }
        List<String> before = joined.subList(0, joined.size() - 1);
        return isPerson(joined.getLast()) && before.stream().allMatch(given::contains)
                ? familyName(joined.getLast())
                        .map(family -> Stream.concat(
                                        before.stream().map(name -> name + " " + family), Stream.of(joined.getLast()))
                                .toList())
                : Optional.empty();
    }

    private static boolean isPerson(String name) {
        return isFullName(name) && kind(name) == Agent.Kind.PERSON;
    }

    /** What stands behind the given names; empty where it begins with none, as {@code Piron Bouw} does. */
    private Optional<String> familyName(String name) {
        List<String> words = List.of(name.split("\\s+"));
        List<String> family = words.stream().dropWhile(given::contains).toList();
        boolean isGiven = family.size() < words.size() && !family.isEmpty();
        return isGiven ? Optional.of(String.join(" ", family)) : Optional.empty();
    }

    /** Two to five words, each beginning with a capital or a particle of names. */
    private static boolean isFullName(String name) {
        List<String> words = Arrays.asList(name.strip().split("\\s+"));
        return words.size() >= 2
                && words.size() <= 5
                && words.stream()
                        .allMatch(word -> Character.isUpperCase(word.codePointAt(0))
                                || PARTICLES.contains(word.toLowerCase(Locale.ROOT)));
    }

    private static Agent agent(String name, Optional<Agent.Kind> stated, Optional<URI> url) {
        Agent.Kind kind = stated.orElseGet(() -> kind(name));
        return new Agent(kind == Agent.Kind.PERSON ? inReadingOrder(name) : name, kind, url);
    }

    /** {@code Peeters, Jan} as Dublin Core wants it is Jan Peeters. */
    private static String inReadingOrder(String name) {
        Matcher turned = TURNED.matcher(name);
        return turned.matches()
                ? turned.group(2).strip() + " " + turned.group(1).strip()
                : name;
    }

    private static Agent.Kind kind(String name) {
        boolean organisation = ORGANISATION.matcher(name).find()
                || ACRONYM.matcher(name).matches()
                || ONE_WORD_NAME.matcher(name).matches();
        return organisation ? Agent.Kind.ORGANIZATION : Agent.Kind.PERSON;
    }
}
