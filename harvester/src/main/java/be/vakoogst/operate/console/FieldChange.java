package be.vakoogst.operate.console;

import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceJson;
import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** How a field of a record changed, in pieces that stayed, went and came. */
record FieldChange(String field, List<Piece> pieces) {

    /** Compared word by word up to here; the rest of a longer text is not looked at. */
    private static final int MOST_WORDS = 1000;

    /** Of what stayed the same, so much is shown on either side of a change. */
    private static final int AROUND = 80;

    /** What the catalogue itself knows of a record, and what is told elsewhere. */
    private static final Set<String> NOT_COMPARED = Set.of("provenance", "offers", "firstSeen", "lastSeen");

    enum Kind {
        SAME,
        GONE,
        FRESH
    }

    record Piece(Kind kind, String text) {

        public boolean gone() {
            return kind == Kind.GONE;
        }

        public boolean fresh() {
            return kind == Kind.FRESH;
        }
    }

    /** Empty where a record has gone or was not there. */
    static List<FieldChange> between(Optional<LearningResource> before, Optional<LearningResource> after) {
        JsonNode old = json(before);
        JsonNode now = json(after);
        Set<String> fields = new LinkedHashSet<>(old.propertyNames());
        fields.addAll(now.propertyNames());
        return fields.stream()
                .filter(field -> !NOT_COMPARED.contains(field))
                .filter(field -> !old.path(field).equals(now.path(field)))
                .map(field -> new FieldChange(field, pieces(text(old.path(field)), text(now.path(field)))))
                .toList();
    }

    private static JsonNode json(Optional<LearningResource> resource) {
        return resource.<JsonNode>map(some -> ResourceJson.mapper().valueToTree(some))
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return value.values().stream().map(FieldChange::text).collect(Collectors.joining(", "));
        }
        return value.isValueNode() ? value.asString() : value.isMissingNode() ? "" : summary(value);
    }

    /** Of a trade or a licence its id says most; of other things all. */
    private static String summary(JsonNode value) {
        return value.path("id").isString() ? value.path("id").asString() : value.toString();
    }

    private static List<Piece> pieces(String before, String after) {
        List<String> old = words(before);
        List<String> now = words(after);
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            int start = delta.getSource().getPosition();
            add(pieces, Kind.SAME, old.subList(at, start));
            add(pieces, Kind.GONE, delta.getSource().getLines());
            add(pieces, Kind.FRESH, delta.getTarget().getLines());
            at = start + delta.getSource().size();
        }
        add(pieces, Kind.SAME, old.subList(at, old.size()));
        return pieces;
    }

    /** Each with the blanks behind it, so that they can be put together again. */
    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\\s)(?=\\S)", MOST_WORDS));
    }

    private static void add(List<Piece> pieces, Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            String text = String.join("", words);
            pieces.add(new Piece(kind, kind == Kind.SAME ? shortened(text) : text));
        }
    }

    private static String shortened(String text) {
        return text.length() <= 3 * AROUND
                ? text
                : text.substring(0, AROUND) + " … " + text.substring(text.length() - AROUND);
    }
}
