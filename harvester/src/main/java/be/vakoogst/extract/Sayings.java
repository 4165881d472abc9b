package be.vakoogst.extract;

import be.vakoogst.fetch.Reference;
import be.vakoogst.resource.Agent;
import be.vakoogst.resource.Media;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Collects what an entry of a list says. Blank values, and words that stand for none, say nothing. */
public final class Sayings {

    private static final Pattern NOTHING = Pattern.compile("(?i)none|null|n/?a|-|onbekend|unknown");
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S+");

    /** Absolute addresses need no base. */
    private static final URI NOWHERE = URI.create("http://localhost/");

    private final List<Statement> all = new ArrayList<>();
    private final Syntax syntax;
    private final String record;

    public Sayings(Syntax syntax, String record) {
        this.syntax = syntax;
        this.record = record;
    }

    public void text(Field field, String text, String where) {
        String said = text.strip();
        if (!said.isEmpty() && !NOTHING.matcher(said).matches()) {
            add(field, new Value.Html(said), where);
        }
    }

    /** Characters as they stand: what looks like markup in them is none. */
    public void words(Field field, String text, String where) {
        if (!text.isBlank()) {
            add(field, new Value.Text(text.strip()), where);
        }
    }

    public void who(Field field, String name, Optional<Agent.Kind> kind, String where) {
        if (!name.isBlank() && !NOTHING.matcher(name.strip()).matches()) {
            add(field, new Value.Who(name.strip(), kind, Optional.empty()), where);
        }
    }

    public void link(Field field, Optional<URI> url, String where) {
        url.ifPresent(address -> add(field, new Value.Link(address), where));
    }

    public void licence(String text, String where) {
        address(text)
                .ifPresentOrElse(
                        url -> add(Field.LICENCE, new Value.Link(url), where), () -> text(Field.LICENCE, text, where));
    }

    public void media(URI url, Optional<String> type, Optional<String> duration, String where) {
        add(Field.MEDIA, new Value.File(url, type, duration, Optional.empty(), Media.Role.CONTENT), where);
    }

    public void picture(URI url, String where) {
        add(Field.IMAGE, new Value.Picture(url, Optional.empty(), Optional.empty(), Optional.empty()), where);
    }

    /**
     * A plain value, understood as the field wants it.
     *
     * @param base of relative addresses
     */
    public void plain(Field field, String value, URI base, String where) {
        Optional<URI> url = Reference.resolve(base, value);
        switch (field) {
            case URL, CANONICAL, ALTERNATE -> link(field, url, where);
            case IMAGE -> url.ifPresent(address -> picture(address, where));
            case MEDIA -> url.ifPresent(address -> media(address, Optional.empty(), Optional.empty(), where));
            case CREATOR, PUBLISHER -> who(field, value, Optional.empty(), where);
            case LICENCE -> licence(value, where);
            default -> text(field, value, where);
        }
    }

    public void add(Field field, Value value, String where) {
        all.add(new Statement(field, value, syntax, record + "/" + where));
    }

    public List<Statement> all() {
        return List.copyOf(all);
    }

    /** An absolute http(s) address, where the text is one. */
    public static Optional<URI> address(String text) {
        String stripped = text.strip();
        if (!ADDRESS.matcher(stripped).matches()) {
            return Optional.empty();
        }
        return Reference.resolve(NOWHERE, stripped);
    }
}
