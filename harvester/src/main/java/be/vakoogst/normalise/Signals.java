package be.vakoogst.normalise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The words that point to terms in running text. Kept by their first character, as every text is searched for all of them. */
final class Signals {

    private final Map<Character, List<Signal>> byFirst = new HashMap<>();

    /**
     * One of a term's signals.
     *
     * @param term the number of the term
     * @param place its place among the signals of the term
     */
    record Signal(String words, int term, int place) {

        private boolean standsAt(int at, String text) {
            return text.startsWith(words, at) && !isWithinWord(text, at + words.length());
        }

        private Signal earlier(Signal other) {
            return place <= other.place ? this : other;
        }
    }

    /** @param signals of each term, in lower case; none is blank */
    Signals(List<List<String>> signals) {
        for (int term = 0; term < signals.size(); term++) {
            List<String> ofTerm = signals.get(term);
            for (int place = 0; place < ofTerm.size(); place++) {
                byFirst.computeIfAbsent(ofTerm.get(place).charAt(0), first -> new ArrayList<>())
                        .add(new Signal(ofTerm.get(place), term, place));
            }
        }
    }

    /** By term, the first of its signals that stands in a text as words of their own. */
    SortedMap<Integer, Signal> in(String lowerCase) {
        SortedMap<Integer, Signal> found = new TreeMap<>();
        for (int at = 0; at < lowerCase.length(); at++) {
            if (!isWithinWord(lowerCase, at - 1)) {
                note(at, lowerCase, found);
            }
        }
        return found;
    }

    private void note(int at, String text, SortedMap<Integer, Signal> found) {
        for (Signal signal : byFirst.getOrDefault(text.charAt(at), List.of())) {
            if (signal.standsAt(at, text)) {
                found.merge(signal.term(), signal, Signal::earlier);
            }
        }
    }

    private static boolean isWithinWord(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }
}
