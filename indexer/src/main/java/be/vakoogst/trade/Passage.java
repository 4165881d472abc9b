package be.vakoogst.trade;

import java.util.ArrayList;
import java.util.List;

/**
 * A field of a text, read word by word.
 *
 * @param weight what a word of the vocabulary counts here
 * @param pull what a word counts here for what was learnt
 */
record Passage(String field, List<Reading> words, double weight, float pull) {

    private static final int MOST_WORDS = 3000;

    /** A title says what a text is about; the text itself says it among much else. */
    static List<Passage> of(Classifiable text, Remembered<Reading> readings) {
        List<Passage> passages = new ArrayList<>(5);
        add(new Passage("title", read(text.title(), readings), 1.6, 1f), passages);
        add(new Passage("description", read(text.description(), readings), 1.0, 0.7f), passages);
        add(new Passage("keywords", read(joined(text.keywords()), readings), 1.2, 0.8f), passages);
        add(new Passage("category", read(joined(text.categories()), readings), 1.2, 0.8f), passages);
        add(new Passage("text", read(text.text(), readings), 0.35, 0.08f), passages);
        return passages;
    }

    private static void add(Passage passage, List<Passage> passages) {
        if (!passage.words().isEmpty()) {
            passages.add(passage);
        }
    }

    /** With a mark between them that no term goes over. */
    private static String joined(List<String> texts) {
        return texts.isEmpty() ? "" : String.join(" . ", texts);
    }

    private static List<Reading> read(String text, Remembered<Reading> readings) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> words = Words.of(text, MOST_WORDS);
        List<Reading> read = new ArrayList<>(words.size());
        for (String word : words) {
            read.add(readings.of(word));
        }
        return read;
    }

    String shown(int start, int length) {
        if (length == 1) {
            return words.get(start).word();
        }
        return String.join(
                " ",
                words.subList(start, start + length).stream().map(Reading::word).toList());
    }

    String stems(int start, int length) {
        StringBuilder stems = new StringBuilder(words.get(start).stem());
        for (int i = start + 1; i < start + length; i++) {
            stems.append(' ').append(words.get(i).stem());
        }
        return stems.toString();
    }
}
