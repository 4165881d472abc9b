package be.vakoogst.extract;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that one document (a page, an entry of a list) says about one item, in the order it says it.
 *
 * @param url of the document
 * @param notices what was wrong with it but could be read all the same: broken JSON-LD, a wrong charset
 */
public record RawRecord(URI url, List<Statement> statements, List<Notice> notices) {

    public RawRecord {
        statements = List.copyOf(statements);
        notices = List.copyOf(notices);
    }

    public Stream<Statement> about(Field field) {
        return statements.stream().filter(statement -> statement.field() == field);
    }

    /** A fault that cost nothing or only a part; shown to operators and partners. */
    public record Notice(String where, String message) {}
}
