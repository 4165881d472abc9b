package be.vakoogst.cli;

import be.vakoogst.resource.ResourceJson;
import be.vakoogst.resource.TradeAssertion;
import be.vakoogst.trade.Classifiable;
import be.vakoogst.trade.Classifier;
import be.vakoogst.trade.Vocabulary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** {@code classify < in.jsonl > out.jsonl}: needs neither database nor engine. */
@Command(
        name = "classify",
        description =
                "Read records as JSON lines (id, title, description, keywords, categories, text), print their trades as JSON lines. Exit code 1 when a line is wrong.",
        mixinStandardHelpOptions = true)
class ClassifyCommand implements Callable<Integer> {

    private static final int LONGEST_LINE = 4 << 20;

    private final Surroundings around;

    ClassifyCommand(Surroundings around) {
        this.around = around;
    }

    /** @param trades the surest first */
    private record Judgement(String id, List<TradeAssertion> trades) {}

    @Override
    public Integer call() throws IOException {
        Classifier classifier = Classifier.of(Vocabulary.load(around.vocabularies()));
        int wrong = 0;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                wrong += line.isBlank() || judge(line, number, classifier) ? 0 : 1;
            }
        }
        around.out().flush();
        return wrong == 0 ? 0 : 1;
    }

    private boolean judge(String line, int number, Classifier classifier) {
        try {
            if (line.length() > LONGEST_LINE) {
                around.err().println("line " + number + ": longer than 4 MB");
                return false;
            }
            JsonNode record = ResourceJson.mapper().readTree(line);
            if (!record.isObject()) {
                around.err().println("line " + number + ": no JSON object");
                return false;
            }
            Judgement judgement = new Judgement(record.path("id").asString(""), classifier.classify(text(record)));
            around.out().println(ResourceJson.complete().writeValueAsString(judgement));
            return true;
        } catch (JacksonException e) {
            around.err().println("line " + number + ": " + e.getOriginalMessage());
            return false;
        }
    }

    private static Classifiable text(JsonNode record) {
        return new Classifiable(
                record.path("title").asString(""),
                record.path("description").asString(""),
                texts(record.path("keywords")),
                texts(record.path("categories")),
                record.path("text").asString(""));
    }

    private static List<String> texts(JsonNode value) {
        return value.isArray()
                ? value.values().stream().map(each -> each.asString("")).toList()
                : List.of(value.asString(""));
    }
}
