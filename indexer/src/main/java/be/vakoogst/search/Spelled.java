package be.vakoogst.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Another spelling: whether it finds something too, and where nothing was found, the engine's own suggestion from the words of the index. */
final class Spelled {

    private static final String NAME = "spelled";

    private Spelled() {}

    /** Has what is found counted that the other spelling finds, without another question. */
    static void count(ObjectNode counted, ObjectNode matching) {
        counted.putObject(NAME).set("filter", matching);
    }

    static boolean isAmong(JsonNode found) {
        return found.path("aggregations").path(NAME).path("doc_count").asLong(0) > 0;
    }

    /** Which words of the index are near to words that it lacks; looking for them takes long. */
    static ObjectNode question(String words) {
        ObjectNode body = JsonMapper.shared().createObjectNode().put("size", 0);
        body.putObject("suggest")
                .put("text", words)
                .putObject(NAME)
                .putObject("term")
                .put("field", "words")
                .put("suggest_mode", "missing");
        return body;
    }

    /**
     * The query with each unknown word replaced by the nearest one of the index; empty where no word has any. A number or code is none.
     *
     * @param answer to {@link #question}
     */
    static Optional<String> of(JsonNode answer) {
        List<String> spelled = new ArrayList<>();
        boolean changed = false;
        for (JsonNode word : answer.path("suggest").path(NAME)) {
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
