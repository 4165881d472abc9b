package be.vakoogst.normalise;

import be.vakoogst.extract.Statement;
import be.vakoogst.resource.Licence;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * From what a publisher says of its rights to a licence. Creative Commons is read by its own grammar, everything else by the vocabulary:
 * addresses, SPDX identifiers, phrases. Of statements that contradict each other the strictest is taken, and the others are shown with it.
 */
final class Licences {

    private static final int LONGEST_TEXT = 500;
    private static final Pattern SPDX_ADDRESS = Pattern.compile("(?i)spdx\\.org/licenses/([a-z0-9.+-]+?)(?:\\.html)?$");

    private final List<Known> known;
    private final Function<String, List<Meant>> meant = new Repeated<>(this::look);

    private Licences(List<Known> known) {
        this.known = known;
    }

    /** What may be done, from the freest to the strictest; nothing known at all binds least. */
    enum Reuse {
        UNKNOWN,
        OPEN,
        RESTRICTED,
        CLOSED
    }

    private record Known(
            String id,
            Optional<String> spdx,
            Optional<URI> uri,
            Reuse reuse,
            List<Pattern> urls,
            List<String> phrases) {

        boolean isAt(String address) {
            return urls.stream().anyMatch(url -> url.matcher(address).find());
        }

        Meant meant(String statement) {
            return new Meant(Optional.of(id), uri, statement, reuse);
        }
    }

    /** What one statement comes to; no id when it names nothing known. */
    record Meant(Optional<String> id, Optional<URI> uri, String statement, Reuse reuse) {

        Licence as(Licence.Assertion assertion) {
            return new Licence(uri, id, text(), assertion, List.of());
        }

        Optional<String> text() {
            return Optional.of(PlainText.atMost(LONGEST_TEXT, statement)).filter(words -> !words.isEmpty());
        }

        /** "Creative Commons" says nothing against "CC BY 4.0", nor does "CC BY". */
        boolean isVaguerThan(Meant other) {
            return id.isPresent()
                    && other.id().isPresent()
                    && (id.get().equals("cc-onbepaald") && other.id().get().startsWith("cc")
                            || isVersion(other.id().get(), id.get()));
        }

        /** {@code cc-by-4.0} of {@code cc-by}. */
        private static boolean isVersion(String one, String of) {
            int number = of.length() + 1;
            return one.length() > number
                    && one.startsWith(of)
                    && one.charAt(number - 1) == '-'
                    && one.charAt(number) >= '0'
                    && one.charAt(number) <= '9';
        }
    }

    static Licences of(JsonNode yaml) {
        return new Licences(yaml.values().stream().map(Licences::known).toList());
    }

    private static Known known(JsonNode licence) {
        return new Known(
                licence.path("id").asString(),
                some(licence.path("spdx")),
                some(licence.path("uri")).map(URI::create),
                Reuse.valueOf(licence.path("reuse").asString("unknown").toUpperCase(Locale.ROOT)),
                licence.path("url_regex").values().stream()
                        .map(regex -> Pattern.compile(regex.asString(), Pattern.CASE_INSENSITIVE))
                        .toList(),
                licence.path("phrases").values().stream()
                        .map(phrase -> CreativeCommons.folded(phrase.asString()))
                        .toList());
    }

    private static Optional<String> some(JsonNode text) {
        return Optional.of(text.asString("")).filter(value -> !value.isEmpty());
    }

    /** The licence of all that is stated; {@code taken} hears which statement gave it. Empty when nothing is stated. */
    Optional<Licence> judge(List<Statement> statements, Consumer<Statement> taken) {
        List<Said> all = statements.stream().flatMap(this::said).toList();
        List<Said> own = all.stream().filter(Said::ofTheItemItself).toList();
        List<Said> said = own.isEmpty() ? all : own;
        List<Said> named = said.stream()
                .filter(one -> one.meant().id().isPresent())
                .filter(one -> said.stream().noneMatch(other -> one.meant().isVaguerThan(other.meant())))
                .toList();
        Optional<Said> chosen = named.stream()
                .max(Comparator.<Said, Reuse>comparing(one -> one.meant().reuse())
                        .thenComparing(
                                Comparator.<Said>comparingInt(named::indexOf).reversed()))
                .or(() -> said.stream().findFirst());
        chosen.ifPresent(one -> taken.accept(one.statement()));
        return chosen.map(one -> one.meant().as(Licence.Assertion.STATED).despite(contradicting(one, named)));
    }

    private static List<Licence.Contradiction> contradicting(Said chosen, List<Said> named) {
        List<Licence.Contradiction> others = new ArrayList<>();
        for (Said one : named) {
            boolean same = one.meant().id().equals(chosen.meant().id());
            boolean told = others.stream()
                    .anyMatch(other -> other.id().equals(one.meant().id()));
            if (!same && !told) {
                others.add(one.contradiction());
            }
        }
        return others;
    }

    private Stream<Said> said(Statement statement) {
        return PlainText.line(statement.value()).stream()
                .flatMap(text -> read(text).stream())
                .map(meant -> new Said(meant, statement));
    }

    /** A source's default: an id of the vocabulary, or a URI. */
    Optional<Licence> byDefault(String idOrUri) {
        return known.stream()
                .filter(one -> one.id().equals(idOrUri))
                .findFirst()
                .map(one -> one.meant(""))
                .or(() -> read(idOrUri).stream().findFirst())
                .map(meant -> meant.as(Licence.Assertion.DEFAULT));
    }

    /** The one of this id. */
    Optional<Licence> chosen(String id) {
        return known.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .map(one -> one.meant("").as(Licence.Assertion.STATED));
    }

    /** What a statement says: more than one thing where it contradicts itself; its words alone where it names nothing known. */
    List<Meant> read(String statement) {
        return meant.apply(statement);
    }

    private List<Meant> look(String statement) {
        if (statement.isBlank()) {
            return List.of();
        }
        List<Meant> meant = Stream.concat(creativeCommons(statement).stream(), byName(statement).stream())
                .toList();
        return meant.isEmpty()
                ? List.of(new Meant(Optional.empty(), Optional.empty(), statement, Reuse.UNKNOWN))
                : meant;
    }

    private static Optional<Meant> creativeCommons(String statement) {
        return CreativeCommons.in(statement)
                .map(commons -> new Meant(
                        Optional.of(commons.id()),
                        commons.uri(),
                        statement,
                        commons.code().isEmpty()
                                ? Reuse.UNKNOWN
                                : commons.restricts() ? Reuse.RESTRICTED : Reuse.OPEN));
    }

    private Optional<Meant> byName(String statement) {
        return known.stream()
                .filter(one -> one.isAt(statement))
                .findFirst()
                .or(() -> bySpdx(statement))
                .or(() -> byPhrase(CreativeCommons.folded(statement)))
                .map(one -> one.meant(statement));
    }

    private Optional<Known> bySpdx(String statement) {
        var address = SPDX_ADDRESS.matcher(statement.strip());
        String identifier = address.find() ? address.group(1) : statement.strip();
        return known.stream()
                .filter(one -> one.spdx().filter(identifier::equalsIgnoreCase).isPresent())
                .filter(one -> !one.id().startsWith("cc"))
                .findFirst();
    }

    /** The longest phrase counts: "tous droits réservés, sauf mention contraire" has more in it than "droits réservés". */
    private Optional<Known> byPhrase(String folded) {
        String padded = " " + folded + " ";
        return known.stream()
                .filter(one -> longest(one, padded) > 0)
                .max(Comparator.<Known>comparingInt(one -> longest(one, padded))
                        .thenComparing(
                                Comparator.<Known>comparingInt(known::indexOf).reversed()));
    }

    private static int longest(Known one, String padded) {
        return one.phrases().stream()
                .filter(phrase -> padded.contains(" " + phrase + " "))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private record Said(Meant meant, Statement statement) {

        /** What a list says of all its items holds only where the item itself says nothing. */
        boolean ofTheItemItself() {
            return !statement.where().startsWith("../");
        }

        Licence.Contradiction contradiction() {
            return new Licence.Contradiction(
                    meant.uri(), meant.id(), meant.text(), statement.syntax().code(), statement.where());
        }
    }
}
