package be.vakoogst.extract;

/**
 * One thing a publisher said about an item.
 *
 * @param where its place within the document, for a person to find it: a JSON pointer, an element, an attribute
 */
public record Statement(Field field, Value value, Syntax syntax, String where) {}
