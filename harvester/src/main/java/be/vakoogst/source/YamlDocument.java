package be.vakoogst.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A YAML file as JSON, which still knows on which line each value stands. */
record YamlDocument(JsonNode content, Map<String, Integer> lines) {

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setUseMarks(true)
            .setAllowDuplicateKeys(false)
            .setMaxAliasesForCollections(20)
            .build();

    private static final JsonMapper JSON = JsonMapper.shared();

    /** @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException where it is no YAML */
    static YamlDocument read(String yaml) {
        JsonNode content = JSON.valueToTree(new Load(SETTINGS).loadFromString(yaml));
        Map<String, Integer> lines = new HashMap<>();
        Optional<Node> root = new Compose(SETTINGS).composeString(yaml);
        root.ifPresent(node -> collect(node, "", lines));
        return new YamlDocument(content, lines);
    }

    /** The line of the value at a JSON pointer, or of the nearest value around it. */
    int line(String pointer) {
        Integer line = lines.get(pointer);
        if (line != null) {
            return line;
        }
        return pointer.isEmpty() ? 1 : line(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    private static void collect(Node node, String pointer, Map<String, Integer> lines) {
        lines.putIfAbsent(pointer, line(node));
        switch (node) {
            case MappingNode mapping -> mapping.getValue().forEach(entry -> collect(entry, pointer, lines));
            case SequenceNode sequence -> {
                for (int i = 0; i < sequence.getValue().size(); i++) {
                    collect(sequence.getValue().get(i), pointer + "/" + i, lines);
                }
            }
            default -> {}
        }
    }

    private static void collect(NodeTuple entry, String pointer, Map<String, Integer> lines) {
        if (entry.getKeyNode() instanceof ScalarNode key) {
            String child = pointer + "/" + key.getValue();
            lines.put(child, line(key));
            collect(entry.getValueNode(), child, lines);
        }
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
