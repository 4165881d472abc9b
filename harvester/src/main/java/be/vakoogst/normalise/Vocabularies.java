package be.vakoogst.normalise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The mapping tables that normalising needs, from the configuration folder. */
record Vocabularies(
        Licences licences,
        Terms resourceTypes,
        Terms audiences,
        Terms levels,
        Terms finalities,
        Addresses addresses,
        GivenNames givenNames) {

    static Vocabularies load(Path folder) {
        return new Vocabularies(
                Licences.of(read(folder.resolve("licences.yml"))),
                Terms.of(read(folder.resolve("resource-types.yml"))),
                Terms.of(read(folder.resolve("audiences.yml"))),
                Terms.of(read(folder.resolve("levels.yml"))),
                Terms.of(read(folder.resolve("finalities.yml"))),
                Addresses.without(lines(folder.resolve("tracking-parameters.txt"))),
                GivenNames.of(lines(folder.resolve("given-names.txt"))));
    }

    static JsonNode read(Path file) {
        try {
            JsonNode yaml = YAMLMapper.shared().readTree(text(file));
            if (!yaml.isArray()) {
                throw new IllegalArgumentException(file + ":1: must be a list of terms");
            }
            return yaml;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new IllegalArgumentException(file + ":" + line + ": is no YAML: " + e.getOriginalMessage(), e);
        }
    }

    private static List<String> lines(Path file) {
        return text(file).lines().toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    file + " cannot be read: set VAKOOGST_CONFIG to the folder that holds vocabularies", e);
        }
    }
}
