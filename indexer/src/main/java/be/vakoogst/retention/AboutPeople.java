package be.vakoogst.retention;

import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Something that a room keeps under the mail address of a person.
 *
 * @param held all of it, as that person may see it
 * @param erase deletes what may be deleted, and says how much that was
 */
public record AboutPeople(Held what, Function<String, List<JsonNode>> held, Function<String, Integer> erase) {}
