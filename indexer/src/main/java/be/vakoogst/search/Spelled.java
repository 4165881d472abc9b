package be.vakoogst.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The engine's own suggestion, from the words of the index. */
final class Spelled {

    private Spelled() {}

    /** The query with each unknown word replaced by the nearest one of the index; empty where no word has any. */
    static Optional<String> of(JsonNode words) {
        List<String> spelled = new ArrayList<>();
        boolean changed = false;
        for (JsonNode word : words) {
            JsonNode best = word.at("/options/0/text");
            changed |= best.isString();
            spelled.add(best.asString(word.path("text").asString("")));
        }
        return changed ? Optional.of(String.join(" ", spelled)) : Optional.empty();
    }
}
