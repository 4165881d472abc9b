package be.vakoogst.normalise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A vocabulary of ids with the words that point to them. Safe for any number of threads. */
final class Terms {

    private static final Pattern BETWEEN =
            Pattern.compile("[,;|•·\\n()+&]|\\s/\\s|(?<=\\p{L})/(?=\\p{L}{2})|\\s(?:en|et|and|of|ou|or)\\s");
    private static final Pattern AGES = Pattern.compile(
            "(\\d{1,2})(?:[.,]\\d)?\\s*(?:(?:-|–|tot|à|to|\\s)\\s*(\\d{1,2})?|\\+)?\\s*(?:jaar|jarigen|ans|years?)?(?: en ouder| et plus)?");

    private static final Pattern ABBREVIATED = Pattern.compile("\\b(?:\\p{L}\\.){2,}(?=$|\\P{L})");
    private final List<Term> terms;
    private final Map<String, String> byLabel = new HashMap<>();
    private final Signals signals;
    private final Function<String, List<String>> meant = new Repeated<>(this::read);

    /** @param terms in the order of their file, which is their order of belief */
    private Terms(List<Term> terms) {
        this.terms = terms;
        this.signals = new Signals(terms.stream().map(Term::signals).toList());
        terms.forEach(term -> term.labels().forEach(label -> byLabel.putIfAbsent(label, term.id())));
    }

    /**
     * One term.
     *
     * @param labels what it is called in a field of its own, in lower case
     * @param stated how it is written in a field of its own, in lower case
     * @param signals words that point to it in running text, in lower case
     * @param broader the id of the term that it is a part of
     * @param finality what a level always leads to
     * @param ages from and to, where ages point to it
     */
    record Term(
            String id,
            List<String> labels,
            Optional<Pattern> stated,
            List<String> signals,
            Optional<String> broader,
            Optional<String> finality,
            Optional<Ages> ages) {}

    record Ages(int from, int to) {}

    /** A term, and the words that pointed to it. */
    record Signalled(String id, String words) {}

    static Terms of(JsonNode yaml) {
        return new Terms(yaml.values().stream().map(Terms::term).toList());
    }

    private static Term term(JsonNode term) {
        List<String> labels = Stream.concat(
                        Stream.of(
                                term.path("id"),
                                term.path("schema"),
                                term.path("lrmi"),
                                term.path("hcrt"),
                                term.at("/prefLabel/nl"),
                                term.at("/prefLabel/fr"),
                                term.at("/prefLabel/en")),
                        term.path("names").values().stream())
                .map(node -> node.asString("").toLowerCase(Locale.ROOT))
                .filter(label -> !label.isBlank())
                .toList();
        List<String> signals = term.path("signals").values().stream()
                .map(signal -> signal.asString().toLowerCase(Locale.ROOT))
                .filter(signal -> !signal.isBlank())
                .toList();
        JsonNode ages = term.path("ages");
        return new Term(
                term.path("id").asString(),
                labels,
                text(term.path("stated")).map(Pattern::compile),
                signals,
                text(term.path("broader")),
                text(term.path("finality")),
                ages.isArray()
                        ? Optional.of(
                                new Ages(ages.path(0).asInt(), ages.path(1).asInt()))
                        : Optional.empty());
    }

    private static Optional<String> text(JsonNode node) {
        return node.isString() ? Optional.of(node.asString()) : Optional.empty();
    }

    /** The term of an id or label, the first in the file. */
    Optional<String> named(String label) {
        return Optional.ofNullable(byLabel.get(label.strip().toLowerCase(Locale.ROOT)));
    }

    /** What a statement in a field of its own means: its parts by name, else by the words in them, or ages. */
    List<String> meant(String statement) {
        return meant.apply(statement);
    }

    private List<String> read(String written) {
        String statement = ABBREVIATED
                .matcher(written)
                .replaceAll(letters -> letters.group().replace(".", ""));
        Optional<String> whole = named(statement);
        if (whole.isPresent()) {
            return List.of(whole.get());
        }
        Matcher ages = AGES.matcher(statement.strip().toLowerCase(Locale.ROOT));
        if (ages.matches()) {
            return aged(Integer.parseInt(ages.group(1)), ages);
        }
        Set<String> meant = new LinkedHashSet<>();
        for (String part : BETWEEN.split(statement)) {
            named(part)
                    .ifPresentOrElse(
                            meant::add, () -> signalledIn(RunningText.of(part)).forEach(one -> meant.add(one.id())));
        }
        signalledIn(RunningText.of(statement)).forEach(one -> meant.add(one.id()));
        String lowerCase = statement.toLowerCase(Locale.ROOT);
        terms.stream()
                .filter(term -> term.stated()
                        .filter(form -> form.matcher(lowerCase).find())
                        .isPresent())
                .forEach(term -> meant.add(term.id()));
        return List.copyOf(meant);
    }

    private List<String> aged(int from, Matcher ages) {
        boolean open = ages.group(2) == null && ages.group().matches(".*\\d\\s*([-–+]|\\D*(ouder|plus)).*");
        int to = ages.group(2) != null ? Integer.parseInt(ages.group(2)) : open ? 99 : from;
        return terms.stream()
                .filter(term -> term.ages()
                        .filter(age -> age.from() <= to && age.to() >= from)
                        .isPresent())
                .map(Term::id)
                .toList();
    }

    /** The terms whose signals stand in a text as words of their own. */
    List<Signalled> signalledIn(RunningText text) {
        return signals.in(text).values().stream()
                .map(signal -> new Signalled(terms.get(signal.term()).id(), signal.words()))
                .toList();
    }

    /** The same ids, and behind them those that they are a part of. */
    List<String> withBroader(Collection<String> ids) {
        List<String> all = new ArrayList<>(new LinkedHashSet<>(ids));
        for (int at = 0; at < all.size(); at++) {
            of(all.get(at))
                    .flatMap(Term::broader)
                    .filter(id -> !all.contains(id))
                    .ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    /** What these levels always lead to. */
    List<String> finalities(Collection<String> ids) {
        return ids.stream()
                .flatMap(id -> of(id).flatMap(Term::finality).stream())
                .distinct()
                .toList();
    }

    private Optional<Term> of(String id) {
        return terms.stream().filter(term -> term.id().equals(id)).findFirst();
    }
}
