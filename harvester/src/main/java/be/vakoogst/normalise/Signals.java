package be.vakoogst.normalise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The words that point to terms in running text. Kept by their first word, as every text is searched for all of them. */
final class Signals {

    private final Map<String, List<Signal>> byFirstWord = new HashMap<>();

    /** Those that begin with a sign. */
    private final List<Signal> others = new ArrayList<>();

    /**
     * One of a term's signals.
     *
     * @param term the number of the term
     * @param place its place among the signals of the term
     */
    record Signal(String words, int term, int place) {

        private boolean standsAt(int at, RunningText text) {
            return text.text().startsWith(words, at) && !text.isWithinWord(at + words.length());
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
                add(new Signal(ofTerm.get(place), term, place));
            }
        }
    }

    private void add(Signal signal) {
        int end = 0;
        while (RunningText.isWithinWord(end, signal.words())) {
            end++;
        }
        List<Signal> alike = end == 0
                ? others
                : byFirstWord.computeIfAbsent(signal.words().substring(0, end), first -> new ArrayList<>());
        alike.add(signal);
    }

    /** By term, the first of its signals that stands in a text as words of their own. */
    SortedMap<Integer, Signal> in(RunningText text) {
        SortedMap<Integer, Signal> found = new TreeMap<>();
        for (RunningText.Word word : text.words()) {
            note(byFirstWord.getOrDefault(word.letters(), List.of()), word.at(), text, found);
        }
        for (int at = 0; !others.isEmpty() && at < text.text().length(); at++) {
            if (!text.isWithinWord(at - 1)) {
                note(others, at, text, found);
            }
        }
        return found;
    }

    private static void note(List<Signal> signals, int at, RunningText text, SortedMap<Integer, Signal> found) {
        for (Signal signal : signals) {
            if (signal.standsAt(at, text)) {
                found.merge(signal.term(), signal, Signal::earlier);
            }
        }
    }
}
