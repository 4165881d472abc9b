package be.vakoogst.cli;

import be.vakoogst.resource.TradeAssertion;
import be.vakoogst.trade.Classifier;
import be.vakoogst.trade.Example;
import be.vakoogst.trade.Examples;
import be.vakoogst.trade.Judgements;
import be.vakoogst.trade.Reliability;
import be.vakoogst.trade.Vocabulary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evaluate trades FILE}: how well labelled records are filed, and whether the scores are what they say. */
@Command(
        name = "trades",
        description = "Print micro and macro F1, precision and recall of each trade, and what is taken for what.",
        mixinStandardHelpOptions = true)
class EvaluateTradesCommand implements Callable<Integer> {

    private final Surroundings around;
    private final Judgements judgements = new Judgements();
    private final Reliability reliability = new Reliability();

    @Parameters(
            paramLabel = "FILE.jsonl",
            arity = "0..1",
            description =
                    "title, description, keywords, trades; none: the labelled texts that the classifier learns from")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--folds",
            paramLabel = "N",
            description =
                    "Cross-validate: learn from N-1 parts of the file too, judge the part left out, N times. Without a file: 5.")
    private int folds;

    @Option(names = "--wrong", description = "List the records that are filed wrongly.")
    private boolean wrong;

    EvaluateTradesCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        Vocabulary vocabulary = Vocabulary.load(around.vocabularies());
        file.ifPresentOrElse(
                records -> evaluate(records, vocabulary),
                () -> crossValidate(List.of(), vocabulary.examples(), vocabulary, folds == 0 ? 5 : folds));
        around.out().print(judgements.report());
        around.out().print(reliability.report());
        around.out().flush();
        return 0;
    }

    private void evaluate(Path records, Vocabulary vocabulary) {
        if (!Files.isRegularFile(records)) {
            throw new WrongUse(records + ": there is no such file");
        }
        List<Example> labelled = Examples.read(records, vocabulary);
        if (folds == 0) {
            judge(labelled, Classifier.of(vocabulary));
        } else {
            crossValidate(vocabulary.examples(), labelled, vocabulary, folds);
        }
    }

    /** Records beside one another in a file are often kin, so that every Nth is left out. */
    private void crossValidate(List<Example> always, List<Example> parted, Vocabulary vocabulary, int parts) {
        if (parts < 2 || parts > Math.max(2, parted.size())) {
            throw new WrongUse("--folds is " + parts + " and must be from 2 to the number of records");
        }
        for (int part = 0; part < parts; part++) {
            List<Example> learnt = new ArrayList<>();
            List<Example> left = new ArrayList<>();
            for (int i = 0; i < parted.size(); i++) {
                (i % parts == part ? left : learnt).add(parted.get(i));
            }
            List<Example> all = Stream.concat(always.stream(), learnt.stream()).toList();
            judge(left, Classifier.of(vocabulary, all));
        }
    }

    private void judge(List<Example> records, Classifier classifier) {
        for (Example record : records) {
            List<TradeAssertion> judged = classifier.classify(record.text());
            Set<String> found = judged.stream().map(TradeAssertion::id).collect(Collectors.toSet());
            judgements.add(record.trades(), found);
            judged.forEach(
                    trade -> reliability.add(trade.score(), record.trades().contains(trade.id())));
            if (wrong && !found.equals(record.trades())) {
                around.out().printf("wanted %s, found %s: %s%n", record.trades(), judged, record.text());
            }
        }
    }
}
