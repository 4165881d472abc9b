package be.vakoogst.trade;

import be.vakoogst.trade.Skos.Iri;
import be.vakoogst.trade.Skos.Statement;
import be.vakoogst.trade.Skos.Text;
import be.vakoogst.trade.Skos.Typed;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Statements as JSON-LD 1.1 (W3C, 2020): a graph of nodes with full values, which readers need not know the context for. */
final class JsonLd {

    private final Map<String, List<Statement>> statements;

    JsonLd(Map<String, List<Statement>> statements) {
        this.statements = statements;
    }

    String text() {
        ObjectNode document = JsonMapper.shared().createObjectNode();
        document.putObject("@context").put("skos", Skos.SKOS);
        ArrayNode graph = document.putArray("@graph");
        statements.forEach((subject, said) -> {
            ObjectNode node = graph.addObject().put("@id", subject);
            said.forEach(statement -> add(statement, node));
        });
        return document.toPrettyString();
    }

    private static void add(Statement statement, ObjectNode subject) {
        boolean type = statement.property().equals(Skos.TYPE);
        ArrayNode values = subject.withArray("/" + key(type ? "@type" : shortened(statement.property())));
        switch (statement.node()) {
            case Iri(String iri) when type -> values.add(shortened(iri));
            case Iri(String iri) -> values.addObject().put("@id", iri);
            case Text(String text, String language) ->
                values.addObject().put("@value", text).put("@language", language);
            case Typed(String text, String datatype) ->
                values.addObject().put("@value", text).put("@type", datatype);
        }
    }

    /** As a step of a JSON pointer (RFC 6901, section 3). */
    private static String key(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String shortened(String iri) {
        return iri.startsWith(Skos.SKOS) ? "skos:" + iri.substring(Skos.SKOS.length()) : iri;
    }
}
