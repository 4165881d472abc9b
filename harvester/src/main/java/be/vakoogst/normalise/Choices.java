package be.vakoogst.normalise;

import be.vakoogst.resource.Licence;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What people may choose for a field of a record: the ids of its vocabulary, with what they are called. Safe for any number of threads. */
public final class Choices {

    private final Map<String, List<Choice>> choices;
    private final Licences licences;

    private Choices(Map<String, List<Choice>> choices, Licences licences) {
        this.choices = choices;
        this.licences = licences;
    }

    /** @param labels what it is called, by language */
    public record Choice(String id, Map<String, String> labels) {

        /** The Dutch label where there is none in this language, or else the id. */
        public String label(String language) {
            return labels.getOrDefault(language, labels.getOrDefault("nl", id));
        }
    }

    static Choices load(Path folder) {
        JsonNode licences = Vocabularies.read(folder.resolve("licences.yml"));
        Map<String, List<Choice>> choices = new LinkedHashMap<>();
        choices.put("resourceTypes", choices(Vocabularies.read(folder.resolve("resource-types.yml"))));
        choices.put("audiences", choices(Vocabularies.read(folder.resolve("audiences.yml"))));
        choices.put("educationalLevels", choices(Vocabularies.read(folder.resolve("levels.yml"))));
        choices.put("finalities", choices(Vocabularies.read(folder.resolve("finalities.yml"))));
        choices.put("licence", choices(licences));
        return new Choices(choices, Licences.of(licences));
    }

    private static List<Choice> choices(JsonNode yaml) {
        return yaml.values().stream()
                .map(term -> new Choice(
                        term.path("id").asString(), labels(term.path(term.has("prefLabel") ? "prefLabel" : "label"))))
                .toList();
    }

    private static Map<String, String> labels(JsonNode stated) {
        Map<String, String> labels = new LinkedHashMap<>();
        stated.properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asString()));
        return labels;
    }

    /** Those of a field, called as in the record's JSON; none for one of free words. */
    public List<Choice> of(String field) {
        return choices.getOrDefault(field, List.of());
    }

    /** The licence of an id of the vocabulary, as somebody states it. */
    public Optional<Licence> licence(String id) {
        return licences.chosen(id);
    }

    /** Text as records hold it: without markup or what cannot be seen. */
    public static String plain(String text) {
        return PlainText.safe(PlainText.readable(text)).strip();
    }
}
