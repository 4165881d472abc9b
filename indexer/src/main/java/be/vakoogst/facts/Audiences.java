package be.vakoogst.facts;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Which audiences of {@code audiences.yml} are a part of which. */
final class Audiences {

    private final Map<String, String> wider = new HashMap<>();

    static Audiences load(Path vocabularies) {
        Audiences audiences = new Audiences();
        for (JsonNode audience : YAMLMapper.shared()
                .readTree(vocabularies.resolve("audiences.yml").toFile())) {
            audience.path("broader")
                    .asStringOpt()
                    .ifPresent(
                            broader -> audiences.wider.put(audience.path("id").asString(), broader));
        }
        return audiences;
    }

    Set<String> withWider(Collection<String> ids) {
        Set<String> all = new TreeSet<>();
        for (String id : ids) {
            Optional<String> next = Optional.of(id);
            while (next.isPresent() && all.add(next.get())) {
                next = Optional.ofNullable(wider.get(next.get()));
            }
        }
        return all;
    }
}
