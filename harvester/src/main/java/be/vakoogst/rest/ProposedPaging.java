package be.vakoogst.rest;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** How the next part of a list is asked for, as far as its first part, or its address, tells. */
final class ProposedPaging {

    private static final List<String> NEXT =
            List.of("next", "nextlink", "nextpageurl", "nexturl", "nextpage", "nexthref", "odatanextlink", "hydranext");
    /** Those that are empty on the last part; other ones name where a part ends, also the last. */
    private static final Map<String, String> CURSORS =
            Map.of("nextpagetoken", "pageToken", "nexttoken", "token", "nextcursor", "cursor");

    private static final List<String> PAGES = List.of("page", "currentpage", "pagenumber", "pageindex", "pagina");
    private static final List<String> OFFSETS = List.of("offset", "start", "skip", "from", "startindex");
    private static final List<String> HOW_MANY = List.of(
            "totalpages",
            "pages",
            "lastpage",
            "pagecount",
            "numpages",
            "total",
            "totalcount",
            "totalitems",
            "totalresults",
            "totalhits",
            "numfound",
            "count",
            "limit",
            "perpage",
            "pagesize",
            "size",
            "rows");
    private static final List<String> TOTALS =
            List.of("total", "totalcount", "totalitems", "totalresults", "totalhits", "numfound");

    private static final Pattern COUNTS_PAGES =
            Pattern.compile("(?i)[?&](page|paged|p|pagina|pageNumber)=(\\d{1,6})(?=&|$)");
    private static final Pattern COUNTS_ITEMS =
            Pattern.compile("(?i)[?&](offset|start|skip|from|startIndex)=(\\d{1,6})(?=&|$)");

    private static final int DEEPEST = 3;

    private final Answer.Tree part;
    private final URI url;
    private final List<Said> said;

    /** Something that is said of the list, not of its members. */
    private record Said(String name, String pointer, JsonNode value) {}

    private ProposedPaging(Answer.Tree part, URI url) {
        this.part = part;
        this.url = url;
        this.said = said(part.root(), "", 0).toList();
    }

    /** Empty where nothing tells of another part. */
    static Map<String, Object> of(Answer.Tree part, URI url) {
        ProposedPaging paging = new ProposedPaging(part, url);
        return paging.followed().or(paging::counted).orElse(Map.of());
    }

    private static Stream<Said> said(JsonNode node, String pointer, int depth) {
        if (depth > DEEPEST) {
            return Stream.empty();
        }
        return node.propertyStream()
                .filter(member ->
                        Members.isPlain(member.getKey()) && !member.getValue().isArray())
                .flatMap(member -> {
                    String place = pointer + "/" + member.getKey();
                    return member.getValue().isObject()
                            ? Stream.concat(
                                    href(member.getKey(), place, member.getValue()),
                                    said(member.getValue(), place, depth + 1))
                            : Stream.of(new Said(Members.form(member.getKey()), place, member.getValue()));
                });
    }

    /** {@code "next": {"href": …}}, as HAL and JSON:API have it. */
    private static Stream<Said> href(String name, String place, JsonNode link) {
        return link.path("href").isString()
                ? Stream.of(new Said(Members.form(name), place + "/href", link.path("href")))
                : Stream.empty();
    }

    private Optional<Map<String, Object>> followed() {
        if (RestParts.linked(part).isPresent()) {
            return Optional.of(Map.of("style", "link"));
        }
        return called(NEXT, this::isAddress)
                .map(next -> Map.<String, Object>of("style", "next", "at", next.pointer()))
                .or(this::byCursor);
    }

    private boolean isAddress(JsonNode value) {
        return value.isString() && Addresses.isOne(url, value.asString());
    }

    private Optional<Map<String, Object>> byCursor() {
        return said.stream()
                .filter(one -> CURSORS.containsKey(one.name())
                        && !one.value().asString("").isBlank())
                .findFirst()
                .map(cursor -> Map.of(
                        "style",
                        "cursor",
                        "parameter",
                        CURSORS.getOrDefault(cursor.name(), "cursor"),
                        "at",
                        cursor.pointer()));
    }

    private Optional<Map<String, Object>> counted() {
        return asked(COUNTS_PAGES, "page")
                .or(() -> asked(COUNTS_ITEMS, "offset"))
                .or(() -> numbered(PAGES, "page"))
                .or(() -> numbered(OFFSETS, "offset"))
                // On its last page a list that leads on says so with nothing.
                .or(() -> called(NEXT, JsonNode::isNull).map(next -> Map.of("style", "next", "at", next.pointer())));
    }

    private Optional<Map<String, Object>> asked(Pattern counts, String style) {
        Matcher count = counts.matcher(url.toString());
        return count.find()
                ? Optional.of(counting(style, count.group(1), Integer.parseInt(count.group(2))))
                : Optional.empty();
    }

    /** A number alone may be anything; beside how many there are, it is where we are. */
    private Optional<Map<String, Object>> numbered(List<String> names, String style) {
        return called(names, JsonNode::isIntegralNumber)
                .filter(place -> called(HOW_MANY, JsonNode::isIntegralNumber).isPresent())
                .filter(place ->
                        place.value().canConvertToInt() && place.value().asInt() >= 0)
                .map(place ->
                        counting(style, parameter(place, style), place.value().asInt()));
    }

    private static String parameter(Said place, String style) {
        String name = place.pointer().substring(place.pointer().lastIndexOf('/') + 1);
        return Members.form(name).startsWith("current") || name.startsWith("@") ? style : name;
    }

    private Map<String, Object> counting(String style, String parameter, int start) {
        // Whoever gives the address of a later part wants all of them.
        int first = Math.min(start, style.equals("page") ? 1 : 0);
        Map<String, Object> paging =
                new LinkedHashMap<>(Map.of("style", style, "parameter", parameter, "start", first));
        called(TOTALS, JsonNode::isIntegralNumber).ifPresent(total -> paging.put("total", total.pointer()));
        return paging;
    }

    private Optional<Said> called(List<String> names, Predicate<JsonNode> fits) {
        return names.stream()
                .flatMap(name -> said.stream().filter(one -> one.name().equals(name) && fits.test(one.value())))
                .findFirst();
    }
}
