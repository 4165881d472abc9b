package be.vakoogst.search;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** From the engine's marked fragments to plain text with offsets. */
final class Highlights {

    private Highlights() {}

    static List<SearchAnswer.Highlight> of(JsonNode highlight) {
        List<SearchAnswer.Highlight> all = new ArrayList<>();
        highlight
                .properties()
                .forEach(field -> field.getValue()
                        .forEach(fragment ->
                                all.add(one(field.getKey().replaceFirst("\\..*", ""), fragment.asString("")))));
        return all;
    }

    private static SearchAnswer.Highlight one(String field, String marked) {
        StringBuilder text = new StringBuilder();
        List<SearchAnswer.Range> ranges = new ArrayList<>();
        int start = 0;
        for (char character : marked.toCharArray()) {
            switch (character) {
                case EngineQuery.START -> start = text.length();
                case EngineQuery.END -> ranges.add(new SearchAnswer.Range(start, text.length()));
                default -> text.append(character);
            }
        }
        return new SearchAnswer.Highlight(field, text.toString(), List.copyOf(ranges));
    }
}
