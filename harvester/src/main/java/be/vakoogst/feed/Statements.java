package be.vakoogst.feed;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.Statement;
import be.vakoogst.extract.Syntax;
import be.vakoogst.extract.Value;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects what an entry says. Blank values say nothing. */
final class Statements {

    private final List<Statement> all = new ArrayList<>();
    private final String place;

    /** @param place of the entry within the feed, such as {@code item[3]} */
    Statements(String place) {
        this.place = place;
    }

    void text(Field field, String text, String where) {
        if (!text.isBlank()) {
            add(field, new Value.Text(text.strip()), where);
        }
    }

    void html(Field field, String html, String where) {
        if (!html.isBlank()) {
            add(field, new Value.Html(html.strip()), where);
        }
    }

    void link(Field field, Optional<URI> url, String where) {
        url.ifPresent(address -> add(field, new Value.Link(address), where));
    }

    void add(Field field, Value value, String where) {
        all.add(new Statement(field, value, Syntax.FEED, place + "/" + where));
    }

    /** What stands above the entries holds for each of them, field by field, unless it says something itself. */
    void inherit(Statements above) {
        Set<Field> said = EnumSet.noneOf(Field.class);
        all.forEach(statement -> said.add(statement.field()));
        for (Statement statement : above.all) {
            if (!said.contains(statement.field())) {
                add(statement.field(), statement.value(), statement.where());
            }
        }
    }

    List<Statement> all() {
        return List.copyOf(all);
    }
}
