package be.vakoogst.resource;

/**
 * Which statement gave a field its value.
 *
 * @param field the field's name in {@link LearningResource}
 * @param syntax the vocabulary it was stated in: json-ld, open-graph, feed, html, default, detected…
 * @param where the place within the document: a JSON pointer, an element, an attribute
 */
public record Provenance(String field, String syntax, String where) {}
