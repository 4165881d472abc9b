package be.vakoogst.alert;

import java.util.List;

/**
 * Something that is wrong now.
 *
 * @param subject what it is about; empty for what there is only one of
 * @param facts for the sentence, behind the subject
 * @param link the path of the page where an operator sees more
 */
record Condition(AlertKind kind, String subject, List<String> facts, String link) {}
