package be.vakoogst.search;

import be.vakoogst.problem.WrongParameter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Where a page of hits ended: the values it was sorted by. Opaque to those who pass it on. */
record Cursor(ArrayNode values) {

    private static final int LONGEST = 2000;

    static Cursor parse(String text, SearchQuery.Sort sort) {
        try {
            if (text.length() > LONGEST) {
                throw wrong();
            }
            String json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            JsonNode cursor = JsonMapper.shared().readTree(json);
            if (cursor instanceof ArrayNode values && fits(values, sort)) {
                return new Cursor(values);
            }
            throw wrong();
        } catch (IllegalArgumentException | JacksonException e) {
            throw wrong();
        }
    }

    /** Numbers and dates before the id: anything else would be the engine's error. */
    private static boolean fits(ArrayNode values, SearchQuery.Sort sort) {
        return values.size() == Sorting.places(sort)
                && values.values().stream().allMatch(value -> value.isValueNode() && !value.isBoolean())
                && values.get(values.size() - 1).isString()
                && (sort == SearchQuery.Sort.TITLE
                        || values.values().stream().limit(values.size() - 1L).allMatch(JsonNode::isNumber));
    }

    private static WrongParameter wrong() {
        return new WrongParameter("cursor", "is none that this search gave, with this sort");
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(values.toString().getBytes(StandardCharsets.UTF_8));
    }
}
