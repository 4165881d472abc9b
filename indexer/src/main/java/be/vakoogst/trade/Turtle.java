package be.vakoogst.trade;

import be.vakoogst.trade.Skos.Iri;
import be.vakoogst.trade.Skos.Node;
import be.vakoogst.trade.Skos.Statement;
import be.vakoogst.trade.Skos.Text;
import be.vakoogst.trade.Skos.Typed;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Statements as Turtle (W3C RDF 1.1 Turtle, 2014). */
final class Turtle {

    private final Map<String, List<Statement>> statements;

    Turtle(Map<String, List<Statement>> statements) {
        this.statements = statements;
    }

    String text() {
        String prefixes = "@prefix skos: <" + Skos.SKOS + "> .\n\n";
        return statements.entrySet().stream()
                .map(each -> iri(each.getKey()) + "\n    "
                        + each.getValue().stream().map(Turtle::statement).collect(Collectors.joining(" ;\n    "))
                        + " .\n")
                .collect(Collectors.joining("\n", prefixes, ""));
    }

    private static String statement(Statement statement) {
        String property = statement.property().equals(Skos.TYPE) ? "a" : iri(statement.property());
        return property + " " + node(statement.node());
    }

    private static String node(Node node) {
        return switch (node) {
            case Iri(String iri) -> iri(iri);
            case Text(String text, String language) -> quoted(text) + "@" + language;
            case Typed(String text, String datatype) -> quoted(text) + "^^" + iri(datatype);
        };
    }

    private static String iri(String iri) {
        return iri.startsWith(Skos.SKOS) ? "skos:" + iri.substring(Skos.SKOS.length()) : "<" + escapedIri(iri) + ">";
    }

    /** What an IRI may not hold (section 6.5, IRIREF). */
    private static String escapedIri(String iri) {
        return iri.chars()
                .mapToObj(each -> each <= ' ' || "<>\"{}|^`\\".indexOf(each) >= 0
                        ? String.format("\\u%04X", each)
                        : String.valueOf((char) each))
                .collect(Collectors.joining());
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }
}
