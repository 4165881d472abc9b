package be.vakoogst.trade;

import be.vakoogst.trade.TermLists.Group;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One trade of {@code trades.yml}, checked: what is wrong is said with file, line and value. */
final class TradeReading {

    static final String ID = "[a-z0-9-]{1,64}";

    /** Of how many words what gives a word another sense may be. */
    private static final int LONGEST_CONTEXT = 3;

    private static final List<String> LANGUAGES = List.of("nl", "fr", "en");
    private static final Set<String> KEYS = Set.of(
            "id",
            "group",
            "broader",
            "prefLabel",
            "altLabels",
            "studiedomeinen",
            "studierichtingen",
            "oude_richtingen",
            "schoolvakken",
            "categories",
            "keywords",
            "ambiguous",
            "related",
            "esco",
            "iscedF",
            "nace",
            "pc",
            "sectorfonds");

    private final Stated whole;
    private final Map<String, Stated> fields;
    private final String id;

    TradeReading(Stated whole) {
        this.whole = whole;
        this.fields = whole.fields("a trade", KEYS);
        Stated stated = fields.get("id");
        if (stated == null) {
            throw whole.wrong("a trade has no id");
        }
        this.id = stated.shaped("id", ID);
    }

    String id() {
        return id;
    }

    VocabularyException wrong(String problem) {
        return whole.wrong(problem);
    }

    /** Where a trade is named beside this one. */
    List<Stated> related() {
        return field("related").map(list -> list.list("related")).orElse(List.of());
    }

    Optional<Stated> broader() {
        return field("broader");
    }

    /** @param own the words of its own file */
    Trade trade(List<Group> own) {
        return new Trade(id, labels(), terms(own), facts());
    }

    private Optional<Stated> field(String key) {
        return Optional.ofNullable(fields.get(key));
    }

    private List<String> texts(String key) {
        return field(key).map(list -> list.texts(key)).orElse(List.of());
    }

    private List<String> texts(String key, String shape) {
        return field(key).map(list -> list.texts(key, shape)).orElse(List.of());
    }

    private Map<String, String> labels() {
        Map<String, Stated> stated = field("prefLabel")
                .map(label -> label.fields("prefLabel", Set.copyOf(LANGUAGES)))
                .orElse(Map.of());
        Map<String, String> labels = new HashMap<>();
        for (String language : LANGUAGES) {
            if (!stated.containsKey(language)) {
                throw whole.wrong("trade '" + id + "' has no prefLabel in " + language);
            }
            labels.put(language, stated.get(language).text("prefLabel in " + language + " of trade '" + id + "'"));
        }
        return labels;
    }

    private Trade.Facts facts() {
        return new Trade.Facts(
                field("group").map(group -> group.text("group")).orElse(""),
                broader().map(broader -> broader.text("broader")),
                texts("altLabels"),
                texts("studiedomeinen"),
                programmes(),
                texts("oude_richtingen"),
                texts("schoolvakken"),
                texts("categories"),
                texts("related"),
                codes(),
                texts("sectorfonds"));
    }

    private List<String> programmes() {
        return field("studierichtingen").map(list -> list.list("studierichtingen")).orElse(List.of()).stream()
                .map(each -> each.fields("a studierichting", Set.of("naam", "graad", "finaliteit")))
                .map(each -> Optional.ofNullable(each.get("naam"))
                        .orElseThrow(() -> whole.wrong("a studierichting of '" + id + "' has no naam"))
                        .text("naam"))
                .distinct()
                .toList();
    }

    private Map<String, List<String>> codes() {
        List<String> occupations = field("esco")
                .map(esco -> esco.fields("esco", Set.of("isco08")).get("isco08"))
                .map(codes -> codes.texts("isco08", "\\d{4}"))
                .orElse(List.of());
        return Map.of(
                "isco08",
                occupations,
                "iscedF",
                texts("iscedF", "\\d{2,4}"),
                "nace",
                texts("nace", "\\d{2}(\\.\\d{1,2})?"),
                "jointCommittee",
                texts("pc", "\\d{3}(\\.\\d{2})?"));
    }

    private List<Trade.Term> terms(List<Group> own) {
        Map<String, List<String>> doubtful = doubtful();
        List<Group> groups = new ArrayList<>();
        groups.add(Group.of(TermLists.STRONG, texts("altLabels")));
        groups.add(Group.of(TermLists.MEDIUM, texts("schoolvakken")));
        field("keywords").ifPresent(words -> groups.addAll(TermLists.groups(words, "keywords")));
        groups.addAll(own);
        List<Trade.Term> terms = new ArrayList<>();
        Set<String> listed = new HashSet<>();
        groups.forEach(group -> group.words().forEach(word -> {
            terms.add(term(word, group.weight(), doubtful));
            listed.add(word);
        }));
        doubtful.keySet().stream()
                .filter(word -> !listed.contains(word))
                .forEach(word -> terms.add(term(word, TermLists.WEAK, doubtful)));
        return terms;
    }

    /** A word of several meanings names no trade by itself. */
    private static Trade.Term term(String word, double weight, Map<String, List<String>> doubtful) {
        List<String> notWith = doubtful.get(word);
        return notWith == null
                ? new Trade.Term(word, weight, List.of())
                : new Trade.Term(word, Math.min(weight, TermLists.MEDIUM), notWith);
    }

    /** Of one word, or of the words that must stand beside each other: {@code oorzakelijk verband}. */
    private static String stems(String words) {
        return String.join(
                " ", Words.of(words, LONGEST_CONTEXT).stream().map(Words::stem).toList());
    }

    /** Words of several meanings, each with the stems beside which it means something else. */
    private Map<String, List<String>> doubtful() {
        Map<String, List<String>> doubtful = new HashMap<>();
        for (Stated each :
                field("ambiguous").map(list -> list.list("ambiguous")).orElse(List.of())) {
            Map<String, Stated> parts = each.fields("ambiguous", Set.of("word", "means_here", "not_when"));
            if (!parts.containsKey("word") || !parts.containsKey("not_when")) {
                throw each.wrong("an ambiguous word of '" + id + "' needs word and not_when");
            }
            doubtful.put(
                    parts.get("word").text("word").toLowerCase(Locale.ROOT),
                    parts.get("not_when").texts("not_when").stream()
                            .map(TradeReading::stems)
                            .toList());
        }
        return doubtful;
    }
}
