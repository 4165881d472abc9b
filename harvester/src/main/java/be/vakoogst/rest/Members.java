package be.vakoogst.rest;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Where the members of a list say something, as most of them have it. */
final class Members {

    /** Names that a JSON Pointer and a file of YAML take as they are. */
    private static final Pattern PLAIN = Pattern.compile("[\\w@:.$-]{1,60}");

    /** What is in an object where the object stands for an address, or for a text. */
    private static final List<String> OF_ADDRESS = List.of(
            "",
            "/html",
            "/html/href",
            "/web",
            "/alternate/href",
            "/url",
            "/*/url",
            "/href",
            "/src",
            "/contentUrl",
            "/*/contentUrl",
            "/@id",
            "/id",
            "/self",
            "/self/href");

    private static final List<String> OF_TEXT = List.of("", "/nl", "/*/prefLabel/nl", "/fr", "/en", "/de");

    /** Half of them: publishers leave out what they do not know. */
    private static final int MOST_ARE = 2;

    /** An answer with more names than people give is data by another key, or an attack. */
    private static final int MOST_NAMES = 300;

    private final List<JsonNode> sample;
    private final URI base;
    private final List<Map<String, List<String>>> placesByName;

    private Members(List<JsonNode> sample, URI base, List<String> within) {
        this.sample = sample;
        this.base = base;
        this.placesByName = within.stream().map(this::placesByName).toList();
    }

    /**
     * @param sample the first of them
     * @param base of relative addresses
     */
    static Members of(List<JsonNode> sample, URI base) {
        return new Members(sample, base, List.of(""));
    }

    /** The same, looking also into what each of them wraps, such as {@code /attributes}. */
    Members andWithin(String wrapper) {
        return new Members(sample, base, List.of("", wrapper));
    }

    private Map<String, List<String>> placesByName(String within) {
        Map<String, List<String>> places = new HashMap<>();
        names(within)
                .forEach(name -> places.computeIfAbsent(form(name), form -> new ArrayList<>())
                        .add(within + "/" + name));
        return places;
    }

    private Set<String> names(String within) {
        return sample.stream()
                .flatMap(member -> member.at(within).propertyNames().stream().limit(MOST_NAMES))
                .filter(Members::isPlain)
                .distinct()
                .limit(MOST_NAMES)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    List<JsonNode> sample() {
        return sample;
    }

    URI base() {
        return base;
    }

    static boolean isPlain(String name) {
        return PLAIN.matcher(name).matches();
    }

    /** The objects that most of them have as a member. */
    Stream<String> objects() {
        return names("").stream()
                .map(name -> "/" + name)
                .filter(pointer -> isUsual(sample.stream()
                        .filter(member -> member.at(pointer).isObject())
                        .count()));
    }

    /** Where a text stands that is called one of these, in their order. */
    Stream<String> texts(List<String> names) {
        return places(names, OF_TEXT, text -> !text.isBlank());
    }

    Stream<String> addresses(List<String> names) {
        return places(names, OF_ADDRESS, text -> Addresses.isOne(base, text));
    }

    private Stream<String> places(List<String> names, List<String> leaves, Predicate<String> fits) {
        return placesByName.stream()
                .flatMap(places -> names.stream().flatMap(name -> places.getOrDefault(name, List.of()).stream()))
                .flatMap(place -> leaves.stream()
                        .map(leaf -> place + leaf)
                        .filter(pointer -> isUsual(saying(pointer, fits)))
                        .limit(1));
    }

    /** {@code html_url}, {@code htmlUrl} and {@code HTML-URL} are one name. */
    static String form(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private long saying(String pointer, Predicate<String> fits) {
        return sample.stream()
                .filter(member -> Pointers.text(member, pointer).filter(fits).isPresent())
                .count();
    }

    private boolean isUsual(long count) {
        return count * MOST_ARE >= sample.size() && count > 0;
    }

    /** Whether each of them says something else there. */
    boolean isName(String pointer) {
        return distinct(pointer) == sample.size();
    }

    /** Whether it is no address that most of them share, such as their publisher's. */
    boolean isVaried(String pointer) {
        return isUsual(distinct(pointer));
    }

    private long distinct(String pointer) {
        return sample.stream()
                .flatMap(member -> Pointers.text(member, pointer).stream())
                .distinct()
                .count();
    }

    Optional<String> first(String pointer) {
        return sample.stream()
                .flatMap(member -> Pointers.text(member, pointer).stream())
                .findFirst();
    }
}
