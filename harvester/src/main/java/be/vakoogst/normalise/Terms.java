package be.vakoogst.normalise;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A vocabulary of ids with the words that point to them.
 *
 * @param terms in the order of their file, which is their order of belief
 */
record Terms(List<Term> terms) {

    /** @param signals words that point to the term in running text, in lower case */
    record Term(String id, List<String> labels, List<String> signals) {

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
        List<String> signals = term.path("signals").values().stream()
                .map(signal -> signal.asString().toLowerCase(Locale.ROOT))
                .toList();
        return new Term(term.path("id").asString(), labels, signals);
    }

    /** The term of an id or label, the first in the file. */
    Optional<String> named(String label) {
        return terms.stream().filter(term -> term.isCalled(label)).map(Term::id).findFirst();
    }

    /** The terms whose signals stand in a text as words of their own. */
    List<String> signalledIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return terms.stream()
                .filter(term -> term.signals().stream().anyMatch(signal -> hasWords(lower, signal)))
                .map(Term::id)
                .toList();
    }

    private static boolean hasWords(String text, String words) {
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
            if (!isWithinWord(text, at - 1) && !isWithinWord(text, at + words.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithinWord(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }
}
