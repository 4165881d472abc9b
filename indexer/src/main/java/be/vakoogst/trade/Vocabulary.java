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
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The trade clusters of {@code trades.yml}, each with its language in a file of its own: {@code trades/ID.yml}. */
public final class Vocabulary {

    private static final String ID = "[a-z0-9-]{1,64}";
    private static final double STRONG = 3;
    private static final double MEDIUM = 2;
    private static final double WEAK = 1;

    private final Map<String, Trade> trades;
    private final List<Trade.Term> against;

    private final Set<String> compoundParts;

    private Vocabulary(Map<String, Trade> trades, List<Trade.Term> against, Set<String> compoundParts) {
        this.compoundParts = Set.copyOf(compoundParts);
        this.trades = trades;
        this.against = List.copyOf(against);
    }

    /** @throws VocabularyException naming file, line and value of what is wrong */
    public static Vocabulary load(Path folder) {
        Path file = folder.resolve("trades.yml");
        List<String> lines = lines(file);
        JsonNode yaml = parse(file, lines);
        Map<String, Trade> trades = new LinkedHashMap<>();
        for (JsonNode node : yaml) {
            Trade trade =
                    trade(node, file, lines, language(folder, node.path("id").asString("")));
            if (trades.put(trade.id(), trade) != null) {
                throw new VocabularyException(
                        file, line(lines, trade.id(), true), "id '" + trade.id() + "' stands twice");
            }
        }
        checkLanguages(folder.resolve("trades"), trades.keySet());
        checkRelated(yaml, trades.keySet(), file, lines);
        return new Vocabulary(
                trades, against(folder.resolve("no-trade.yml")), compoundParts(folder.resolve("compound-words.txt")));
    }

    public List<Trade> trades() {
        return List.copyOf(trades.values());
    }

    /** What speaks against any trade. */
    List<Trade.Term> against() {
        return against;
    }

    /** Stems of words that compounds are made of, whatever they mean. */
    Set<String> compoundParts() {
        return compoundParts;
    }

    private static Set<String> compoundParts(Path file) {
        Set<String> parts = new HashSet<>();
        if (Files.isRegularFile(file)) {
            lines(file).stream()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> parts.add(Words.stem(line)));
        }
        return parts;
    }

    private static List<Trade.Term> against(Path file) {
        List<Trade.Term> terms = new ArrayList<>();
        if (Files.isRegularFile(file)) {
            words(file).properties().forEach(group -> add(group.getValue(), weight(group.getKey()), Map.of(), terms));
        }
        return terms;
    }

    public Optional<Trade> trade(String id) {
        return Optional.ofNullable(trades.get(id));
    }

    /** The words of a trade by how strongly they speak; none where it has no file of its own. */
    private static JsonNode language(Path folder, String id) {
        Path file = folder.resolve("trades").resolve(id + ".yml");
        if (!id.matches(ID) || !Files.isRegularFile(file)) {
            return YAMLMapper.shared().createObjectNode();
        }
        return words(file);
    }

    private static JsonNode words(Path file) {
        List<String> lines = lines(file);
        JsonNode words = read(file, lines);
        words.propertyNames().forEach(name -> {
            if (!List.of("strong", "medium", "weak").contains(name)) {
                throw new VocabularyException(
                        file, lineOf(lines, name + ":"), "'" + name + "' is none of strong, medium and weak");
            }
            checkWords(file, lines, name, words.path(name));
        });
        return words;
    }

    private static void checkWords(Path file, List<String> lines, String group, JsonNode words) {
        if (!words.isArray()) {
            throw new VocabularyException(file, lineOf(lines, group + ":"), "'" + group + "' must be a list of words");
        }
        for (JsonNode word : words) {
            if (!word.isValueNode() || word.asString("").isBlank()) {
                throw new VocabularyException(
                        file, lineOf(lines, group + ":"), "'" + word + "' in " + group + " is no word");
            }
        }
    }

    private static void checkLanguages(Path folder, Set<String> ids) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".yml"))
                    .filter(file -> !ids.contains(file.getFileName().toString().replace(".yml", "")))
                    .findFirst()
                    .ifPresent(file -> {
                        throw new VocabularyException(file, 1, "belongs to no trade of trades.yml");
                    });
        } catch (IOException e) {
            throw new VocabularyException(folder, 1, "cannot be read: " + e);
        }
    }

    private static int lineOf(List<String> lines, String start) {
        return (int) lines.stream().takeWhile(line -> !line.startsWith(start)).count() + 1;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new VocabularyException(file, 1, "cannot be read: " + e);
        }
    }

    private static JsonNode parse(Path file, List<String> lines) {
        JsonNode yaml = read(file, lines);
        if (!yaml.isArray() || yaml.isEmpty()) {
            throw new VocabularyException(file, 1, "must be a list of trades");
        }
        return yaml;
    }

    private static JsonNode read(Path file, List<String> lines) {
        try {
            return YAMLMapper.shared().readTree(String.join("\n", lines));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new VocabularyException(file, line, "is no YAML: " + e.getOriginalMessage());
        }
    }

    private static Trade trade(JsonNode node, Path file, List<String> lines, JsonNode own) {
        String id = node.path("id").asString("");
        if (!id.matches(ID)) {
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
        return new Trade(id, labels, terms(node, own), facts(node));
    }

    private static Trade.Facts facts(JsonNode node) {
        return new Trade.Facts(
                node.path("group").asString(""),
                texts(node.path("altLabels")),
                texts(node.path("studiedomeinen")),
                node.path("studierichtingen").values().stream()
                        .map(programme -> programme.path("naam").asString(""))
                        .filter(name -> !name.isBlank())
                        .distinct()
                        .toList(),
                texts(node.path("oude_richtingen")),
                texts(node.path("schoolvakken")),
                texts(node.path("related")),
                Map.of(
                        "isco08", texts(node.at("/esco/isco08")),
                        "iscedF", texts(node.path("iscedF")),
                        "nace", texts(node.path("nace")),
                        "jointCommittee", texts(node.path("pc"))),
                texts(node.path("sectorfonds")));
    }

    private static List<String> texts(JsonNode list) {
        return list.values().stream().map(text -> text.asString("")).toList();
    }

    private static List<Trade.Term> terms(JsonNode node, JsonNode own) {
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
        own.properties().forEach(group -> add(group.getValue(), weight(group.getKey()), doubtful, terms));
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
