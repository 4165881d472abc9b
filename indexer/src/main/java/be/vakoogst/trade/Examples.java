package be.vakoogst.trade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads labelled texts: JSON lines of {@code title, description, keywords, trades}. */
public final class Examples {

    private final Path file;
    private final Set<String> trades;

    private Examples(Path file, Set<String> trades) {
        this.file = file;
        this.trades = trades;
    }

    /** Those of a folder of {@code .jsonl} files; none where there is no such folder. */
    static List<Example> read(Path folder, Set<String> trades) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .flatMap(file -> new Examples(file, trades).read().stream())
                    .toList();
        } catch (IOException e) {
            throw new VocabularyException(folder, 1, "cannot be read: " + e);
        }
    }

    /**
     * Those of one file.
     *
     * @throws VocabularyException naming file, line and value: no JSON, no text, or a trade that the vocabulary has not
     */
    public static List<Example> read(Path file, Vocabulary vocabulary) {
        return new Examples(
                        file,
                        new HashSet<>(
                                vocabulary.trades().stream().map(Trade::id).toList()))
                .read();
    }

    private List<Example> read() {
        List<String> lines = TermLists.lines(file);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                examples.add(example(lines.get(i), i + 1));
            }
        }
        return examples;
    }

    private Example example(String line, int number) {
        JsonNode record = parsed(line, number);
        Classifiable text = new Classifiable(
                record.path("title").asString(""),
                record.path("description").asString(""),
                texts(record.path("keywords")),
                texts(record.path("categories")),
                record.path("text").asString(""));
        if (!record.path("trades").isArray()
                || text.title().isBlank() && text.description().isBlank()) {
            throw new VocabularyException(file, number, "needs a title or description, and trades");
        }
        List<String> labels = texts(record.path("trades"));
        labels.stream().filter(trade -> !trades.contains(trade)).findFirst().ifPresent(trade -> {
            throw new VocabularyException(file, number, "'" + trade + "' is no trade");
        });
        return new Example(text, Set.copyOf(labels), 1);
    }

    private JsonNode parsed(String line, int number) {
        try {
            return JsonMapper.shared().readTree(line);
        } catch (JacksonException e) {
            throw new VocabularyException(file, number, "is no JSON: " + e.getOriginalMessage());
        }
    }

    private static List<String> texts(JsonNode list) {
        return list.values().stream().map(text -> text.asString("")).toList();
    }
}
