package be.vakoogst.feed;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.Statement;
import be.vakoogst.extract.Syntax;
import be.vakoogst.extract.Value;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Collects what an entry says. Blank values say nothing. */
final class Statements {

    private final List<Statement> all;
    private final String place;

    /** @param place of the entry within the feed, such as {@code item[3]} */
    Statements(String place) {
        this(place, new ArrayList<>());
    }

    private Statements(String place, List<Statement> all) {
        this.place = place;
        this.all = all;
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

    /** Collects into the same, from another place. */
    Statements within(String inner) {
        return new Statements(place + "/" + inner, all);
    }

    /** What stands above the entries holds for each of them, field by field, unless it says something itself. */
    void inherit(Consumer<Statements> reader) {
        Statements above = new Statements(place);
        reader.accept(above);
        Set<Field> said = all.stream().map(Statement::field).collect(Collectors.toSet());
        above.all.stream()
                .filter(statement -> !said.contains(statement.field()))
                .forEach(all::add);
    }

    List<Statement> all() {
        return List.copyOf(all);
    }
}
