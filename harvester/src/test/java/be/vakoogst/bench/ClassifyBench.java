package be.vakoogst.bench;

import be.vakoogst.trade.Classifiable;
import be.vakoogst.trade.Classifier;
import be.vakoogst.trade.Example;
import be.vakoogst.trade.Vocabulary;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How many short records one core files under trades: {@code ClassifyBench VOCABULARIES HOW-MANY}. In time of its thread's processor, so that other
 * programs on the machine count little. The records are put together from the labelled texts, title of one and description of another.
 */
final class ClassifyBench {

    private static final long LEAST = 50_000;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private ClassifyBench() {}

    public static void main(String... arguments) {
        int many = Integer.parseInt(arguments[1]);
        long before = System.nanoTime();
        Vocabulary vocabulary = Vocabulary.load(Path.of(arguments[0]));
        Classifier classifier = Classifier.of(vocabulary);
        classifier.classify(new Classifiable("Een zwaluwstaart maken", "", List.of(), ""));
        System.out.printf("first judgement   %8d ms after the start%n", (System.nanoTime() - before) / 1_000_000);
        List<Classifiable> records = records(vocabulary.examples(), many);
        run(records, classifier);
        long started = CLOCK.getCurrentThreadCpuTime();
        long filed = run(records, classifier);
        double seconds = (CLOCK.getCurrentThreadCpuTime() - started) / 1e9;
        System.out.printf("records           %8d, %d of them under a trade%n", many, filed);
        System.out.printf("records a second  %8.0f (at least %d)%n", many / seconds, LEAST);
        System.exit(many / seconds >= LEAST ? 0 : 1);
    }

    private static List<Classifiable> records(List<Example> examples, int many) {
        List<Classifiable> records = new ArrayList<>(many);
        for (int i = 0; i < many; i++) {
            Classifiable one = examples.get(i % examples.size()).text();
            Classifiable other =
                    examples.get((int) (i * 7919L % examples.size())).text();
            records.add(new Classifiable(one.title(), other.description(), List.of(), ""));
        }
        return records;
    }

    private static long run(List<Classifiable> records, Classifier classifier) {
        return records.stream()
                .filter(record -> !classifier.classify(record).isEmpty())
                .count();
    }
}
