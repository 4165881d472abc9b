package be.vakoogst.page;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.RawRecord.Notice;
import be.vakoogst.extract.Statement;
import be.vakoogst.extract.Syntax;
import be.vakoogst.extract.Value;
import be.vakoogst.fetch.Reference;
import be.vakoogst.resource.Agent;
import be.vakoogst.resource.Media;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Collects what a page says. At most {@value #MOST} statements: no page that means well has more. */
final class Findings {

    private static final int MOST = 2000;
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S+|/\\S*|\\.\\.?/\\S*");

    private final URI url;
    private final URI base;
    private final Set<String> own = new HashSet<>();
    private final List<Statement> statements = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    /** @param base of relative references, where the page names another than its own address */
    Findings(URI url, URI base) {
        this.url = url;
        this.base = base;
        this.own.add(comparable(url));
    }

    /** What the page calls its right address. */
    void isCalled(String reference) {
        resolve(reference).ifPresent(address -> own.add(comparable(address)));
    }

    URI url() {
        return url;
    }

    void text(Field field, String text, Syntax syntax, String where) {
        if (!text.isBlank()) {
            add(field, new Value.Text(text.strip()), syntax, where);
        }
    }

    void html(Field field, String html, Syntax syntax, String where) {
        if (!html.isBlank()) {
            add(field, new Value.Html(html.strip()), syntax, where);
        }
    }

    void who(Field field, String name, Optional<Agent.Kind> kind, Syntax syntax, String where) {
        if (!name.isBlank()) {
            add(field, new Value.Who(name.strip(), kind, Optional.empty()), syntax, where);
        }
    }

    void link(Field field, String reference, Syntax syntax, String where) {
        resolve(reference).ifPresent(target -> add(field, new Value.Link(target), syntax, where));
    }

    void picture(String reference, Syntax syntax, String where) {
        picture(reference, Optional.empty(), Optional.empty(), syntax, where);
    }

    void picture(String reference, Optional<Integer> width, Optional<Integer> height, Syntax syntax, String where) {
        resolve(reference)
                .ifPresent(target ->
                        add(Field.IMAGE, new Value.Picture(target, width, height, Optional.empty()), syntax, where));
    }

    void media(String reference, Optional<String> type, Media.Role role, Syntax syntax, String where) {
        resolve(reference)
                .ifPresent(target -> add(
                        Field.MEDIA,
                        new Value.File(target, type, Optional.empty(), Optional.empty(), role),
                        syntax,
                        where));
    }

    /** An address where it is one, else its text: licences are stated either way. */
    void licence(String text, Syntax syntax, String where) {
        boolean address = ADDRESS.matcher(text.strip()).matches();
        if (address) {
            link(Field.LICENCE, text, syntax, where);
        } else {
            text(Field.LICENCE, text, syntax, where);
        }
    }

    void add(Field field, Value value, Syntax syntax, String where) {
        add(new Statement(field, value, syntax, where));
    }

    void add(Statement statement) {
        if (statements.size() < MOST) {
            statements.add(statement);
        }
    }

    void notice(String where, String message) {
        notices.add(new Notice(where, message));
    }

    /** An absolute http(s) address; empty for anything else. */
    Optional<URI> resolve(String reference) {
        return Reference.resolve(base, reference);
    }

    /** Whether an address is the page's own, or the one it calls the right one. */
    boolean isThisPage(URI address) {
        return own.contains(comparable(address));
    }

    /** Without what changes no page: scheme, www, query of campaigns, fragment, closing slash. */
    private static String comparable(URI url) {
        String address = Reference.withoutTracking(url).toString().toLowerCase(Locale.ROOT);
        int start = address.startsWith("https://") ? 8 : address.startsWith("http://") ? 7 : 0;
        start += start > 0 && address.startsWith("www.", start) ? 4 : 0;
        int fragment = address.indexOf('#', start);
        int end = fragment < 0 ? address.length() : fragment;
        return address.substring(start, end > start && address.charAt(end - 1) == '/' ? end - 1 : end);
    }

    /** What is said in a syntax so far. */
    Set<Field> about(Syntax syntax) {
        return statements.stream()
                .filter(statement -> statement.syntax() == syntax)
                .map(Statement::field)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Field.class)));
    }

    List<Statement> statements() {
        return statements;
    }

    List<Notice> notices() {
        return notices;
    }
}
