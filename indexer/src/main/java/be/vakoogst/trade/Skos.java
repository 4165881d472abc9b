package be.vakoogst.trade;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The vocabulary as a SKOS concept scheme (W3C, 2009): a concept for each trade, a collection for each group. Codes of other systems are
 * notations, each of a datatype of its own; ISCO-08 groups are named in ESCO too.
 */
public final class Skos {

    static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    static final String TITLE = "http://purl.org/dc/terms/title";
    static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

    private static final String ESCO = "http://data.europa.eu/esco/isco/C";

    private final String scheme;
    private final Map<String, List<Statement>> statements = new LinkedHashMap<>();

    /** What is said of a subject. */
    record Statement(String property, Node node) {}

    /** What a statement leads to. */
    sealed interface Node {}

    record Iri(String iri) implements Node {}

    record Text(String text, String language) implements Node {}

    record Typed(String text, String datatype) implements Node {}

    private Skos(String scheme) {
        this.scheme = scheme;
    }

    /** @param scheme the address of the whole; a trade's is below it, as {@code SCHEME/hout} */
    public static Skos of(Vocabulary vocabulary, String scheme) {
        Skos skos = new Skos(scheme);
        skos.describe(vocabulary);
        return skos;
    }

    public String turtle() {
        return new Turtle(statements).text();
    }

    public String jsonLd() {
        return new JsonLd(statements).text();
    }

    private void describe(Vocabulary vocabulary) {
        say(scheme, TYPE, new Iri(SKOS + "ConceptScheme"));
        say(scheme, TITLE, new Text("Vakclusters", "nl"));
        say(scheme, TITLE, new Text("Métiers", "fr"));
        say(scheme, TITLE, new Text("Trades", "en"));
        Map<String, Set<String>> related = related(vocabulary.trades());
        Map<String, List<String>> groups = new TreeMap<>();
        for (Trade trade : vocabulary.trades()) {
            describe(trade, related.getOrDefault(trade.id(), Set.of()));
            groups.computeIfAbsent(trade.facts().group(), group -> new ArrayList<>())
                    .add(trade.id());
        }
        groups.remove("");
        groups.forEach((group, members) -> {
            String collection = scheme + "#" + group;
            say(collection, TYPE, new Iri(SKOS + "Collection"));
            say(collection, SKOS + "prefLabel", new Text(group, "nl"));
            members.forEach(member -> say(collection, SKOS + "member", new Iri(address(member))));
        });
    }

    /** In both directions, as the relation is symmetric. */
    private static Map<String, Set<String>> related(List<Trade> trades) {
        Map<String, Set<String>> related = new LinkedHashMap<>();
        trades.forEach(trade -> trade.facts().related().forEach(other -> {
            related.computeIfAbsent(trade.id(), first -> new LinkedHashSet<>()).add(other);
            related.computeIfAbsent(other, first -> new LinkedHashSet<>()).add(trade.id());
        }));
        return related;
    }

    private void describe(Trade trade, Set<String> related) {
        String concept = address(trade.id());
        say(concept, TYPE, new Iri(SKOS + "Concept"));
        say(concept, SKOS + "inScheme", new Iri(scheme));
        trade.facts()
                .broader()
                .ifPresentOrElse(
                        broader -> say(concept, SKOS + "broader", new Iri(address(broader))),
                        () -> say(concept, SKOS + "topConceptOf", new Iri(scheme)));
        new TreeMap<>(trade.labels())
                .forEach((language, label) -> say(concept, SKOS + "prefLabel", new Text(label, language)));
        trade.facts().altLabels().stream()
                .filter(label -> !trade.labels().containsValue(label))
                .distinct()
                .forEach(label -> say(concept, SKOS + "altLabel", new Text(label, "nl")));
        related.forEach(other -> say(concept, SKOS + "related", new Iri(address(other))));
        describeElsewhere(trade.facts(), concept);
    }

    private void describeElsewhere(Trade.Facts facts, String concept) {
        new TreeMap<>(facts.codes())
                .forEach((system, codes) -> codes.stream()
                        .distinct()
                        .forEach(code -> say(concept, SKOS + "notation", new Typed(code, scheme + "#" + system))));
        facts.codes().getOrDefault("isco08", List.of()).stream()
                .distinct()
                .forEach(code -> say(concept, SKOS + "relatedMatch", new Iri(ESCO + code)));
        note("Studiedomeinen", facts.studyDomains(), concept);
        note("Studierichtingen", facts.studyProgrammes(), concept);
        note("Schoolvakken", facts.schoolSubjects(), concept);
        note("Sectorfondsen", facts.sectorFunds(), concept);
    }

    private void note(String what, List<String> names, String concept) {
        if (!names.isEmpty()) {
            say(concept, SKOS + "note", new Text(what + ": " + String.join("; ", names), "nl"));
        }
    }

    private String address(String trade) {
        return scheme + "/" + trade;
    }

    private void say(String subject, String property, Node node) {
        statements.computeIfAbsent(subject, key -> new ArrayList<>()).add(new Statement(property, node));
    }
}
