package be.vakoogst.normalise;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A vocabulary of ids with the words that point to them.
 *
 * @param terms in the order of their file, which is their order of belief
 */
record Terms(List<Term> terms) {

    /** @param signals found in running text; empty when the term has none */
    record Term(String id, List<String> labels, Optional<Pattern> signals) {

        boolean isCalled(String label) {
            return labels.contains(label.strip().toLowerCase(Locale.ROOT));
        }
    }

    static Terms of(JsonNode yaml) {
        return new Terms(yaml.values().stream().map(Terms::term).toList());
    }

    private static Term term(JsonNode term) {
        List<String> labels = java.util.stream.Stream.of(
                        term.path("id"),
                        term.path("schema"),
                        term.path("lrmi"),
                        term.path("lrmiRole"),
                        term.path("hcrt"),
                        term.at("/prefLabel/nl"),
                        term.at("/prefLabel/fr"),
                        term.at("/prefLabel/en"))
                .map(node -> node.asString("").toLowerCase(Locale.ROOT))
                .filter(label -> !label.isBlank())
                .toList();
        List<String> signals =
                term.path("signals").values().stream().map(JsonNode::asString).toList();
        return new Term(term.path("id").asString(), labels, pattern(signals));
    }

    private static Optional<Pattern> pattern(List<String> signals) {
        return signals.isEmpty()
                ? Optional.empty()
                : Optional.of(Pattern.compile(
                        signals.stream()
                                .map(Pattern::quote)
                                .collect(Collectors.joining("|", "(?<![\\p{L}\\d])(?:", ")(?![\\p{L}\\d])")),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** The term of an id or label, the first in the file. */
    Optional<String> named(String label) {
        return terms.stream().filter(term -> term.isCalled(label)).map(Term::id).findFirst();
    }

    /** The terms whose signals stand in a text. */
    List<String> signalledIn(String text) {
        return terms.stream()
                .filter(term -> term.signals()
                        .filter(signal -> signal.matcher(text).find())
                        .isPresent())
                .map(Term::id)
                .toList();
    }
}
