package be.vakoogst.normalise;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;

/** The first sentences of a text, where it has to describe itself. */
final class Beginnings {

    private static final int ENOUGH = 160;
    private static final int LONGEST = 300;
    private static final int LEAST = 40;

    private Beginnings() {}

    /** Whole sentences up to some 300 characters, without the title above them; empty when there are fewer than 40. */
    static Optional<String> of(String text, String title) {
        String body = text.toLowerCase(Locale.ROOT).startsWith(title.toLowerCase(Locale.ROOT))
                ? text.substring(title.length())
                : text;
        String flat = body.substring(0, Math.min(4 * LONGEST, body.length()))
                .replace('\n', ' ')
                .replaceFirst("^[\\s.:–-]+", "");
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.of("nl"));
        sentences.setText(flat);
        int end = 0;
        while (end < ENOUGH && sentences.next() != BreakIterator.DONE) {
            end = sentences.current();
        }
        return Optional.of(PlainText.atMost(LONGEST, flat.substring(0, end).strip()))
                .filter(made -> made.length() >= LEAST);
    }
}
