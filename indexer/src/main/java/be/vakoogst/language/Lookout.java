package be.vakoogst.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Looks for some words in many texts, and judges each word once, however often it stands there. For one thread. */
public final class Lookout {

    private final Language language;
    private final Predicate<Reading> wanted;
    private final Map<String, Boolean> judged = new HashMap<>();

    /** @param wanted whether a word is one of them, wherever it stands */
    public Lookout(Language language, Predicate<Reading> wanted) {
        this.language = language;
        this.wanted = wanted;
    }

    /**
     * Where a wanted word stands.
     *
     * @param start in UTF-16 code units
     * @param end exclusive
     */
    public record Place(int start, int end) {}

    /** Those among the first words of a text, in order; a number and its unit are one, as {@link Language#read} has it. */
    public List<Place> in(String text, int most) {
        List<Place> places = new ArrayList<>();
        Language.walk(
                text,
                most,
                amount -> {
                    if (wanted.test(amount)) {
                        places.add(new Place(amount.start(), amount.end()));
                    }
                },
                word -> {
                    if (isWanted(word.text())) {
                        places.add(new Place(word.start(), word.end()));
                    }
                });
        return places;
    }

    private boolean isWanted(String word) {
        return judged.computeIfAbsent(word, any -> wanted.test(language.word(word)));
    }
}
