package be.vakoogst.trade;

import java.util.ArrayList;
import java.util.List;

/**
 * What is learnt from a word: the word itself, the parts of a compound, and the letters it is made of, which tell of kinship where
 * neither was ever seen. Each has its own first letter, as the part {@code las} is another trait than the word.
 */
final class Traits {

    private static final int SHORTEST_SPELT = 5;
    private static final int LONGEST_SPELT = 24;
    private static final float OF_WORD = 1f;
    private static final float OF_PARTS = 0.7f;
    private static final float OF_LETTERS = 0.5f;

    private Traits() {}

    /** @param strength how much of the word it is */
    record Trait(String name, float strength) {}

    static List<Trait> of(String stem, List<String> pieces) {
        List<Trait> traits = new ArrayList<>();
        traits.add(new Trait("w" + stem, OF_WORD));
        pieces.forEach(piece -> traits.add(new Trait("p" + Words.stemOfPlain(piece), OF_PARTS)));
        if (pieces.isEmpty()) {
            traits.add(new Trait("p" + stem, OF_PARTS));
        }
        if (stem.length() >= SHORTEST_SPELT) {
            spell("^" + stem.substring(0, Math.min(stem.length(), LONGEST_SPELT)) + "$", traits);
        }
        return traits;
    }

    private static void spell(String word, List<Trait> traits) {
        int many = 2 * word.length() - 7;
        float each = (float) (OF_LETTERS / Math.sqrt(many));
        for (int length = 4; length <= 5; length++) {
            for (int start = 0; start + length <= word.length(); start++) {
                traits.add(new Trait("c" + word.substring(start, start + length), each));
            }
        }
    }
}
