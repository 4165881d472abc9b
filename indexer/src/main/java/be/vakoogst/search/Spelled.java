package be.vakoogst.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The engine's own suggestion, from the words of the index. */
final class Spelled {

    private Spelled() {}

    /** The query with each unknown word replaced by the nearest one of the index; empty where no word has any. A number or code is none. */
    static Optional<String> of(JsonNode words) {
        List<String> spelled = new ArrayList<>();
        boolean changed = false;
        for (JsonNode word : words) {
            String typed = word.path("text").asString("");
            String best = hasDigit(typed) ? typed : word.at("/options/0/text").asString(typed);
            changed |= !best.equals(typed);
            spelled.add(best);
        }
        return changed ? Optional.of(String.join(" ", spelled)) : Optional.empty();
    }

    private static boolean hasDigit(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }
}
