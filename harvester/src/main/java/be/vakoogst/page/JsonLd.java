package be.vakoogst.page;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.Syntax;
import be.vakoogst.resource.Agent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The blocks of {@code application/ld+json}: graphs, arrays, nested objects and references by {@code @id} within the page. */
final class JsonLd {

    private static final int MOST_NODES = 500;
    private static final JsonMapper STRICT = mapper(JsonFactory.builder());
    private static final JsonMapper LENIENT = mapper(JsonFactory.builder()
            .enable(
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                    JsonReadFeature.ALLOW_MISSING_VALUES));
    private static final Pattern WRAPPING =
            Pattern.compile("^\\s*(<!--|//\\s*<!\\[CDATA\\[|<!\\[CDATA\\[)|(-->|//\\s*\\]\\]>|\\]\\]>|;)\\s*$");

    private static final Pattern PREFIX = Pattern.compile("^(https?://schema\\.org/|schema:)");

    private final Findings findings;
    private final Map<String, JsonNode> byId = new HashMap<>();
    private final List<Located> works = new ArrayList<>();

    private JsonLd(Findings findings) {
        this.findings = findings;
    }

    private record Located(JsonNode node, String pointer) {}

    static void read(Document page, Findings findings) {
        JsonLd reader = new JsonLd(findings);
        int block = 0;
        for (Element script : page.getElementsByTag("script")) {
            if (script.attr("type").toLowerCase(java.util.Locale.ROOT).startsWith("application/ld+json")) {
                reader.collect(script.data(), "json-ld[" + (++block) + "]");
            }
        }
        reader.stateBest();
    }

    private static JsonMapper mapper(tools.jackson.core.json.JsonFactoryBuilder factory) {
        return JsonMapper.builder(factory.streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(100)
                                .build())
                        .build())
                .build();
    }

    private void collect(String json, String block) {
        Optional<JsonNode> root = parse(json, block);
        Deque<Located> open = new ArrayDeque<>();
        root.ifPresent(node -> open.add(new Located(node, block)));
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
            works.add(located);
        }
    }

    private static void children(Located located, Deque<Located> open) {
        JsonNode node = located.node();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                open.add(new Located(node.get(i), located.pointer() + "/" + i));
            }
        } else {
            for (String member : List.of("@graph", "mainEntity", "mainEntityOfPage", "hasPart")) {
                if (node.path(member).isContainer()) {
                    open.add(new Located(node.path(member), located.pointer() + "/" + member));
                }
            }
        }
    }

    private Optional<JsonNode> parse(String json, String block) {
        String inner = WRAPPING.matcher(json).replaceAll("");
        if (inner.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(STRICT.readTree(inner));
        } catch (JacksonException strict) {
            return repaired(inner, block, strict);
        }
    }

    private Optional<JsonNode> repaired(String json, String block, JacksonException strict) {
        String at = strict.getLocation() == null
                ? ""
                : " at " + strict.getLocation().getLineNr() + ":"
                        + strict.getLocation().getColumnNr();
        try {
            JsonNode node = LENIENT.readTree(json);
            findings.notice(block, "repaired: " + strict.getOriginalMessage() + at);
            return Optional.of(node);
        } catch (JacksonException e) {
            findings.notice(block, "unreadable: " + strict.getOriginalMessage() + at);
            return Optional.empty();
        }
    }

    /** The work this page is about: the best kind, and of these the one whose address is the page's own. */
    private void stateBest() {
        works.stream()
                .max(Comparator.comparingInt((Located located) -> JsonLdNode.rank(located.node()))
                        .thenComparingInt(located -> isThisPage(located.node()) ? 1 : 0)
                        .thenComparingInt(located -> -works.indexOf(located)))
                .ifPresent(this::state);
    }

    private boolean isThisPage(JsonNode node) {
        return List.of("url", "@id", "mainEntityOfPage").stream()
                .map(member -> node.path(member).isObject()
                        ? node.path(member).path("@id").asString("")
                        : node.path(member).asString(""))
                .filter(text -> !text.isBlank())
                .flatMap(text -> findings.resolve(text).stream())
                .anyMatch(url -> withoutFragment(url.toString())
                        .equals(withoutFragment(findings.url().toString())));
    }

    private static String withoutFragment(String url) {
        int fragment = url.indexOf('#');
        String whole = fragment < 0 ? url : url.substring(0, fragment);
        return whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole;
    }

    private void state(Located work) {
        JsonLdNode.types(work.node())
                .forEach(type -> findings.text(Field.TYPE, type, Syntax.JSON_LD, work.pointer() + "/@type"));
        findings.link(Field.CANONICAL, work.node().path("url").asString(""), Syntax.JSON_LD, work.pointer() + "/url");
        for (Map.Entry<String, JsonNode> member : work.node().properties()) {
            SchemaProperty.of(PREFIX.matcher(member.getKey()).replaceFirst(""))
                    .ifPresent(property -> state(property, member.getValue(), work.pointer() + "/" + member.getKey()));
        }
    }

    private void state(SchemaProperty property, JsonNode value, String where) {
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                if (!value.get(i).isArray()) {
                    state(property, value.get(i), where + "/" + i);
                }
            }
        } else if (value.isObject()) {
            JsonNode whole = byId.getOrDefault(value.path("@id").asString(""), value);
            property.state(label(property, whole), kind(whole), Syntax.JSON_LD, where, findings);
        } else if (value.isValueNode() && !value.isNull()) {
            property.state(value.asString(""), Optional.empty(), Syntax.JSON_LD, where, findings);
        }
    }

    /** What stands for an object: its address where an address is wanted, else its name. */
    private static String label(SchemaProperty property, JsonNode node) {
        List<String> members = switch (property) {
            case IMAGE, THUMBNAIL_URL -> List.of("url", "contentUrl", "@id");
            case VIDEO, ENCODING, ASSOCIATED_MEDIA -> List.of("contentUrl", "embedUrl", "url");
            case LICENSE -> List.of("url", "@id", "name");
            case IN_LANGUAGE -> List.of("alternateName", "name", "@value");
            case AUDIENCE -> List.of("educationalRole", "audienceType", "name");
            default -> List.of("name", "@value", "url", "@id");
        };
        return members.stream()
                .map(member -> node.path(member).asString(""))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private static Optional<Agent.Kind> kind(JsonNode node) {
        return JsonLdNode.types(node)
                .map(type -> type.equals("Person") ? Agent.Kind.PERSON : Agent.Kind.ORGANIZATION)
                .findFirst();
    }
}
