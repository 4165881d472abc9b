package be.vakoogst.oai;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.Statement;
import be.vakoogst.extract.Syntax;
import be.vakoogst.extract.Value;
import be.vakoogst.resource.Agent;
import be.vakoogst.resource.Media;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Collects what a record says. Blank values, and words that stand for none, say nothing. */
final class Sayings {

    private static final Pattern NOTHING = Pattern.compile("(?i)none|null|n/?a|-|onbekend|unknown");
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S+");

    private final List<Statement> all = new ArrayList<>();
    private final Syntax syntax;
    private final String record;

    Sayings(Syntax syntax, String record) {
        this.syntax = syntax;
        this.record = record;
    }

    void text(Field field, String text, String where) {
        String said = text.strip();
        if (!said.isEmpty() && !NOTHING.matcher(said).matches()) {
            add(field, new Value.Html(said), where);
        }
    }

    void who(Field field, String name, Optional<Agent.Kind> kind, String where) {
        if (!name.isBlank() && !NOTHING.matcher(name.strip()).matches()) {
            add(field, new Value.Who(name.strip(), kind, Optional.empty()), where);
        }
    }

    void link(Field field, Optional<URI> url, String where) {
        url.ifPresent(address -> add(field, new Value.Link(address), where));
    }

    void licence(String text, String where) {
        address(text)
                .ifPresentOrElse(
                        url -> add(Field.LICENCE, new Value.Link(url), where), () -> text(Field.LICENCE, text, where));
    }

    void media(URI url, Optional<String> type, Optional<String> duration, String where) {
        add(Field.MEDIA, new Value.File(url, type, duration, Optional.empty(), Media.Role.CONTENT), where);
    }

    void picture(URI url, String where) {
        add(Field.IMAGE, new Value.Picture(url, Optional.empty(), Optional.empty(), Optional.empty()), where);
    }

    private void add(Field field, Value value, String where) {
        all.add(new Statement(field, value, syntax, record + "/" + where));
    }

    List<Statement> all() {
        return List.copyOf(all);
    }

    /** An absolute http(s) address, where the text is one. */
    static Optional<URI> address(String text) {
        String stripped = text.strip();
        if (!ADDRESS.matcher(stripped).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(URI.create(stripped)).filter(url -> url.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
