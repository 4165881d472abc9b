package be.vakoogst.cli;

import be.vakoogst.resource.TradeAssertion;
import be.vakoogst.trade.Classifiable;
import be.vakoogst.trade.Classifier;
import be.vakoogst.trade.Judgements;
import be.vakoogst.trade.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code evaluate trades FILE}: how well labelled records are filed. Behind scripts/evaluate. */
@Command(name = "evaluate", description = "Compare with labelled data.", mixinStandardHelpOptions = true, hidden = true)
class EvaluateCommand {

    private final Surroundings around;

    EvaluateCommand(Surroundings around) {
        this.around = around;
    }

    @Command(
            description = "Print micro and macro F1, precision and recall of each trade, and what is taken for what.",
            mixinStandardHelpOptions = true)
    int trades(
            @Parameters(paramLabel = "FILE.jsonl", description = "id, title, description, keywords, trades") Path file,
            @Option(names = "--wrong", description = "List the records that are filed wrongly.") boolean wrong)
            throws IOException {
        Classifier classifier = Classifier.of(Vocabulary.load(around.vocabularies()));
        Judgements judgements = new Judgements();
        for (Labelled record : read(file)) {
            Set<String> found = new HashSet<>();
            classifier.classify(record.text()).stream().map(TradeAssertion::id).forEach(found::add);
            judgements.add(record.trades(), found);
            if (wrong && !found.equals(record.trades())) {
                around.out()
                        .printf("%s  wanted %s, found %s: %s%n", record.id(), record.trades(), found, record.text());
            }
        }
        around.out().print(judgements.report());
        around.out().flush();
        return 0;
    }

    private record Labelled(String id, Classifiable text, Set<String> trades) {}

    private static List<Labelled> read(Path file) throws IOException {
        List<Labelled> records = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (!line.isBlank()) {
                records.add(labelled(line, file, number));
            }
        }
        return records;
    }

    private static Labelled labelled(String line, Path file, int number) {
        try {
            JsonNode record = JsonMapper.shared().readTree(line);
            List<String> keywords = record.path("keywords").values().stream()
                    .map(JsonNode::asString)
                    .toList();
            Set<String> trades = new HashSet<>();
            record.path("trades").values().forEach(trade -> trades.add(trade.asString()));
            return new Labelled(
                    record.path("id").asString(""),
                    new Classifiable(
                            record.path("title").asString(""),
                            record.path("description").asString(""),
                            keywords,
                            ""),
                    trades);
        } catch (JacksonException e) {
            throw new WrongUse(file + ":" + number + ": " + e.getOriginalMessage());
        }
    }
}
