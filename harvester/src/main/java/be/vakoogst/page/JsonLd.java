package be.vakoogst.page;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.JsonLdText;
import be.vakoogst.extract.Syntax;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;

/** The blocks of {@code application/ld+json}: graphs, arrays, nested objects and references by {@code @id} within the page (JSON-LD 1.1, schema.org). */
final class JsonLd {

    private static final int MOST_NODES = 500;

    /** Where works stand within what is said of a page. */
    private static final List<String> INTO = List.of("@graph", "mainEntity", "mainEntityOfPage", "hasPart");

    private static final Set<String> RECORDINGS = Set.of("VideoObject", "AudioObject", "MediaObject");
    private static final Set<Field> OF_THE_WORK_ALONE = EnumSet.of(Field.TITLE, Field.TYPE, Field.CANONICAL);

    private final Findings findings;
    private final JsonLdStatements statements;
    private final Map<String, JsonNode> byId = new HashMap<>();
    private final List<JsonLdWork> works = new ArrayList<>();

    private JsonLd(Findings findings) {
        this.findings = findings;
        this.statements = new JsonLdStatements(findings, byId);
    }

    private record Located(JsonNode node, String pointer) {}

    static void read(Speaking speaking, Findings findings) {
        JsonLd reader = new JsonLd(findings);
        int block = 0;
        for (Element script : speaking.tagged("script")) {
            if (script.attr("type").toLowerCase(Locale.ROOT).startsWith("application/ld+json")) {
                reader.collect(script.data(), "json-ld[" + ++block + "]");
            }
        }
        called(speaking.having("rel"), "rel", "canonical").forEach(link -> findings.isCalled(link.attr("href")));
        called(speaking.having("property"), "property", "og:url")
                .forEach(meta -> findings.isCalled(meta.attr("content")));
        reader.state();
    }

    private static Stream<Element> called(List<Element> elements, String attribute, String name) {
        return elements.stream()
                .filter(element -> element.attr(attribute).strip().equalsIgnoreCase(name));
    }

    private void collect(String text, String block) {
        Deque<Located> open = new ArrayDeque<>();
        JsonLdText.read(text, repair -> findings.notice(block, repair))
                .forEach(value -> open.add(new Located(value, block)));
        for (int nodes = 0; !open.isEmpty() && nodes < MOST_NODES; nodes++) {
            Located located = open.poll();
            note(located);
            children(located, open);
        }
    }

    private void note(Located located) {
        JsonNode id = located.node().path("@id");
        if (id.isString() && located.node().size() > 1) {
            byId.putIfAbsent(id.asString(), located.node());
        }
        if (JsonLdNode.rank(located.node()) > 0) {
            works.add(new JsonLdWork(located.node(), located.pointer()));
        }
    }

    private static void children(Located located, Deque<Located> open) {
        JsonNode node = located.node();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                open.add(new Located(node.get(i), located.pointer() + "/" + i));
            }
        } else {
            INTO.stream()
                    .filter(member -> node.path(member).isContainer())
                    .forEach(member -> open.add(new Located(node.path(member), located.pointer() + "/" + member)));
        }
    }

    /** The work this page is about; then what the page and a recording on it say beside it. */
    private void state() {
        JsonLdWork.about(works, findings).ifPresent(work -> {
            statements.state(work, Set.of());
            findings.link(
                    Field.CANONICAL, work.node().path("url").asString(""), Syntax.JSON_LD, work.pointer() + "/url");
            works.stream()
                    .filter(other -> other != work && other.addsTo(findings))
                    .forEach(this::add);
        });
    }

    private void add(JsonLdWork beside) {
        if (JsonLdNode.types(beside.node()).anyMatch(RECORDINGS::contains)) {
            statements.recording(beside);
        }
        Set<Field> said = findings.about(Syntax.JSON_LD);
        said.addAll(OF_THE_WORK_ALONE);
        statements.state(beside, said);
    }
}
