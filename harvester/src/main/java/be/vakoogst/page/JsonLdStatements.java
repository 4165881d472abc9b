package be.vakoogst.page;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.ReadersLanguages;
import be.vakoogst.extract.Syntax;
import be.vakoogst.extract.Value;
import be.vakoogst.resource.Agent;
import be.vakoogst.resource.Media;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** From the members of a work to statements. */
final class JsonLdStatements {

    private final Findings findings;
    private final Map<String, JsonNode> byId;

    /** @param byId the objects of the page that others refer to */
    JsonLdStatements(Findings findings, Map<String, JsonNode> byId) {
        this.findings = findings;
        this.byId = byId;
    }

    /** @param but fields that are said already */
    void state(JsonLdWork work, Set<Field> but) {
        if (!but.contains(Field.TYPE)) {
            JsonLdNode.types(work.node())
                    .forEach(type -> findings.text(Field.TYPE, type, Syntax.JSON_LD, work.pointer() + "/@type"));
        }
        for (Map.Entry<String, JsonNode> member : work.node().properties()) {
            SchemaProperty.of(member.getKey())
                    .filter(property -> !but.contains(property.field()))
                    .ifPresent(property -> state(property, member.getValue(), work.pointer() + "/" + member.getKey()));
        }
    }

    private void state(SchemaProperty property, JsonNode value, String where) {
        if (value.isArray()) {
            IntStream.range(0, value.size())
                    .boxed()
                    .filter(i -> !value.get(i).isArray())
                    .sorted(Comparator.comparing(value::get, inReadersLanguage()))
                    .forEach(i -> state(property, value.get(i), where + "/" + i));
        } else if (value.isObject()) {
            object(property, byId.getOrDefault(value.path("@id").asString(""), value), where);
        } else if (value.isValueNode() && !value.isNull()) {
            property.state(value.asString(""), Optional.empty(), Syntax.JSON_LD, where, findings);
        }
    }

    private void object(SchemaProperty property, JsonNode node, String where) {
        switch (property) {
            case VIDEO, AUDIO, ENCODING, ASSOCIATED_MEDIA -> recording(new JsonLdWork(node, where));
            case IMAGE, THUMBNAIL_URL -> picture(node, where);
            case AUTHOR, CREATOR, PUBLISHER -> who(property.field(), node, where);
            case EDUCATIONAL_ALIGNMENT -> alignment(node, where);
            default -> property.state(label(property, node), Optional.empty(), Syntax.JSON_LD, where, findings);
        }
    }

    /** The file of a recording, and the page that plays it. */
    void recording(JsonLdWork recording) {
        file(recording, "contentUrl", Media.Role.CONTENT);
        file(recording, "embedUrl", Media.Role.EMBED);
        if (!findings.about(Syntax.JSON_LD).contains(Field.DURATION)) {
            findings.text(
                    Field.DURATION,
                    text(recording.node(), "duration"),
                    Syntax.JSON_LD,
                    recording.pointer() + "/duration");
        }
        if (recording.node().has("caption")) {
            SchemaProperty.CAPTION.state(
                    "", Optional.empty(), Syntax.JSON_LD, recording.pointer() + "/caption", findings);
        }
    }

    private void file(JsonLdWork recording, String member, Media.Role role) {
        JsonNode node = recording.node();
        findings.resolve(text(node, member))
                .ifPresent(url -> findings.add(
                        Field.MEDIA,
                        new Value.File(
                                url,
                                role == Media.Role.CONTENT ? stated(node, "encodingFormat") : Optional.empty(),
                                stated(node, "duration"),
                                stated(node, "contentSize")
                                        .filter(size -> size.matches("\\d{1,15}"))
                                        .map(Long::valueOf),
                                role),
                        Syntax.JSON_LD,
                        recording.pointer() + "/" + member));
    }

    private void picture(JsonNode node, String where) {
        Stream.of("contentUrl", "url", "@id")
                .flatMap(member -> findings.resolve(text(node, member)).stream())
                .findFirst()
                .ifPresent(url -> findings.add(
                        Field.IMAGE,
                        new Value.Picture(url, pixels(node, "width"), pixels(node, "height"), stated(node, "caption")),
                        Syntax.JSON_LD,
                        where));
    }

    private void who(Field field, JsonNode node, String where) {
        Optional<Agent.Kind> kind = JsonLdNode.types(node)
                .map(type -> type.equals("Person") ? Agent.Kind.PERSON : Agent.Kind.ORGANIZATION)
                .findFirst();
        String name = text(node, "name");
        if (!name.isBlank()) {
            findings.add(
                    field,
                    new Value.Who(name.strip(), kind, findings.resolve(text(node, "url"))),
                    Syntax.JSON_LD,
                    where);
        }
    }

    /** LRMI: what it fits to, such as a level or a subject. */
    private void alignment(JsonNode node, String where) {
        Field field = switch (text(node, "alignmentType")) {
            case "educationalLevel", "readingLevel" -> Field.LEVEL;
            default -> Field.CATEGORY;
        };
        findings.text(field, text(node, "targetName"), Syntax.JSON_LD, where + "/targetName");
    }

    /** What stands for an object: its address where an address is wanted, else its name. */
    private static String label(SchemaProperty property, JsonNode node) {
        List<String> members = switch (property) {
            case LICENSE -> List.of("url", "@id", "name");
            case IN_LANGUAGE -> List.of("alternateName", "name", "@value");
            case AUDIENCE -> List.of("educationalRole", "audienceType", "name");
            default -> List.of("name", "@value", "url", "@id");
        };
        return members.stream()
                .map(member -> text(node, member))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    /** The readers' one, where there are several. */
    private static String text(JsonNode node, String member) {
        JsonNode value = node.path(member);
        JsonNode one =
                value.isArray() ? value.valueStream().min(inReadersLanguage()).orElse(value) : value;
        return one.isObject() ? one.path("@value").asString("") : one.isNull() ? "" : one.asString("");
    }

    private static Comparator<JsonNode> inReadersLanguage() {
        return ReadersLanguages.first(node -> node.path("@language").asString(""));
    }

    private static Optional<String> stated(JsonNode node, String member) {
        return Optional.of(text(node, member)).filter(text -> !text.isBlank());
    }

    private static Optional<Integer> pixels(JsonNode node, String member) {
        return stated(node, member)
                .map(text -> text.replaceFirst("(?i)\\s*px$", ""))
                .filter(text -> text.matches("\\d{1,5}"))
                .map(Integer::valueOf);
    }
}
