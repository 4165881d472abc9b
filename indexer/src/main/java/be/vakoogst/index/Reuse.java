package be.vakoogst.index;

import be.vakoogst.resource.Licence;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What a reader may do under each licence of {@code licences.yml}: {@code free} (reuse and change), {@code read} (read and pass on, under conditions) or
 * {@code other}.
 */
final class Reuse {

    private static final String OTHER = "other";
    private static final Map<String, String> CLASSES = Map.of("open", "free", "restricted", "read");

    private final Map<String, String> byLicence = new HashMap<>();

    private Reuse() {}

    static Reuse load(Path vocabularies) {
        Reuse reuse = new Reuse();
        for (JsonNode licence : YAMLMapper.shared()
                .readTree(vocabularies.resolve("licences.yml").toFile())) {
            reuse.byLicence.put(
                    licence.path("id").asString(""),
                    CLASSES.getOrDefault(licence.path("reuse").asString(""), OTHER));
        }
        return reuse;
    }

    String of(Licence licence) {
        return licence.id()
                .flatMap(id -> Optional.ofNullable(byLicence.get(id)))
                .orElse(OTHER);
    }
}
