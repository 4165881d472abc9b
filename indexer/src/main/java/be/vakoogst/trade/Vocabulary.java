package be.vakoogst.trade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The trade clusters of {@code trades.yml}. */
public final class Vocabulary {

    private static final double STRONG = 3;
    private static final double MEDIUM = 2;
    private static final double WEAK = 1;

    private final Map<String, Trade> trades;

    private Vocabulary(Map<String, Trade> trades) {
        this.trades = trades;
    }

    /** @throws VocabularyException naming file, line and value of what is wrong */
    public static Vocabulary load(Path folder) {
        Path file = folder.resolve("trades.yml");
        List<String> lines = lines(file);
        JsonNode yaml = parse(file, lines);
        Map<String, Trade> trades = new LinkedHashMap<>();
        for (JsonNode node : yaml) {
            Trade trade = trade(node, file, lines);
            if (trades.put(trade.id(), trade) != null) {
                throw new VocabularyException(
                        file, line(lines, trade.id(), true), "id '" + trade.id() + "' stands twice");
            }
        }
        checkRelated(yaml, trades.keySet(), file, lines);
        return new Vocabulary(trades);
    }

    public List<Trade> trades() {
        return List.copyOf(trades.values());
    }

    public Optional<Trade> trade(String id) {
        return Optional.ofNullable(trades.get(id));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new VocabularyException(file, 1, "cannot be read: " + e);
        }
    }

    private static JsonNode parse(Path file, List<String> lines) {
        try {
            JsonNode yaml = YAMLMapper.shared().readTree(String.join("\n", lines));
            if (!yaml.isArray() || yaml.isEmpty()) {
                throw new VocabularyException(file, 1, "must be a list of trades");
            }
            return yaml;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new VocabularyException(file, line, "is no YAML: " + e.getOriginalMessage());
        }
    }

    private static Trade trade(JsonNode node, Path file, List<String> lines) {
        String id = node.path("id").asString("");
        if (!id.matches("[a-z0-9-]{1,64}")) {
            throw new VocabularyException(
                    file,
                    line(lines, id, false),
                    "id is '" + id + "' and must be lower-case letters, digits and hyphens");
        }
        Map<String, String> labels = new HashMap<>();
        for (String language : List.of("nl", "fr", "en")) {
            String label = node.at("/prefLabel/" + language).asString("");
            if (label.isBlank()) {
                throw new VocabularyException(
                        file, line(lines, id, false), "trade '" + id + "' has no prefLabel in " + language);
            }
            labels.put(language, label);
        }
        return new Trade(id, labels, terms(node));
    }

    private static List<Trade.Term> terms(JsonNode node) {
        Map<String, List<String>> doubtful = new HashMap<>();
        for (JsonNode word : node.path("ambiguous")) {
            doubtful.put(word.path("word").asString().toLowerCase(java.util.Locale.ROOT), stems(word.path("not_when")));
        }
        List<Trade.Term> terms = new ArrayList<>();
        add(node.path("altLabels"), STRONG, doubtful, terms);
        add(node.path("schoolvakken"), MEDIUM, doubtful, terms);
        node.path("keywords")
                .properties()
                .forEach(group -> add(group.getValue(), weight(group.getKey()), doubtful, terms));
        Set<String> listed = new HashSet<>();
        terms.forEach(term -> listed.add(term.text()));
        doubtful.forEach((word, context) -> {
            if (!listed.contains(word)) {
                terms.add(new Trade.Term(word, WEAK, context));
            }
        });
        return terms;
    }

    private static double weight(String group) {
        return switch (group) {
            case "strong", "fr", "en" -> STRONG;
            case "weak" -> WEAK;
            default -> MEDIUM;
        };
    }

    private static void add(JsonNode words, double weight, Map<String, List<String>> doubtful, List<Trade.Term> terms) {
        for (JsonNode word : words) {
            String text = word.asString("").toLowerCase(java.util.Locale.ROOT);
            if (!text.isBlank()) {
                boolean doubted = doubtful.containsKey(text);
                terms.add(new Trade.Term(
                        text, doubted ? Math.min(weight, MEDIUM) : weight, doubtful.getOrDefault(text, List.of())));
            }
        }
    }

    private static List<String> stems(JsonNode words) {
        return words.values().stream()
                .map(word -> Words.stem(word.asString("")))
                .toList();
    }

    private static void checkRelated(JsonNode yaml, Set<String> ids, Path file, List<String> lines) {
        for (JsonNode node : yaml) {
            for (JsonNode related : node.path("related")) {
                if (!ids.contains(related.asString(""))) {
                    String id = node.path("id").asString("");
                    throw new VocabularyException(
                            file,
                            line(lines, id, false),
                            "trade '" + id + "' is related to '" + related.asString("") + "', which is no trade");
                }
            }
        }
    }

    private static int line(List<String> lines, String id, boolean last) {
        String start = "- id: " + id;
        int line = last ? lines.lastIndexOf(start) : lines.indexOf(start);
        return Math.max(0, line) + 1;
    }
}
