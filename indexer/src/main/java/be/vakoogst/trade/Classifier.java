package be.vakoogst.trade;

import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.TradeAssertion;
import be.vakoogst.resource.TradeAssertion.AssertedBy;
import be.vakoogst.resource.TradeAssertion.Evidence;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;

/**
 * Files a text under the trades whose language it speaks: the words of the vocabulary say it, and what was learnt from labelled texts decides
 * where they leave it open. The one that the application uses is renewed in its place. Safe for any number of threads.
 */
public final class Classifier {

    /** Said of the whole source rather than of this record. */
    private static final double OF_SOURCE = 0.5;

    /** Comes while the rest of the program starts. */
    private volatile CompletableFuture<Judge> judge;

    private final Work work = new Work();

    private Classifier(CompletableFuture<Judge> judge) {
        this.judge = judge;
    }

    /** With what the vocabulary and its labelled texts teach, in a thread of its own: the first judgement waits for it. */
    public static Classifier of(Vocabulary vocabulary) {
        return new Classifier(CompletableFuture.supplyAsync(() -> Judge.taught(vocabulary.contents())));
    }

    /** Learns from the vocabulary and these labelled texts, about a second in a thread of its own. */
    public static Classifier of(Vocabulary vocabulary, List<Example> examples) {
        return new Classifier(CompletableFuture.supplyAsync(() -> Judge.taught(vocabulary.contents(), examples)));
    }

    /** Is from now on what that one is. */
    void become(Classifier other) {
        judge = other.judge;
    }

    /** The surest first; none for what belongs to no trade. */
    public List<TradeAssertion> classify(Classifiable text) {
        Judge judging = judge.join();
        long start = System.nanoTime();
        List<TradeAssertion> judged = judging.judge(text);
        work.add(System.nanoTime() - start, !judged.isEmpty());
        return judged;
    }

    /** What it did so far. */
    Work work() {
        return work;
    }

    /** How much was judged, for machines that watch. */
    static final class Work {

        private final LongAdder nanos = new LongAdder();
        private final LongAdder filed = new LongAdder();
        private final LongAdder unfiled = new LongAdder();

        private void add(long taken, boolean found) {
            nanos.add(taken);
            (found ? filed : unfiled).increment();
        }

        long filed() {
            return filed.sum();
        }

        long unfiled() {
            return unfiled.sum();
        }

        long judged() {
            return filed() + unfiled();
        }

        double nanos() {
            return nanos.sum();
        }
    }

    /** The same resource under the trades that its words speak of, or else under those that its source states for all it has. */
    public LearningResource file(LearningResource resource) {
        List<TradeAssertion> judged = classify(Classifiable.of(resource));
        return resource.withTrades(
                judged.isEmpty()
                        ? resource.subject().sourceTrades().stream()
                                .map(Classifier::ofSource)
                                .toList()
                        : judged);
    }

    private static TradeAssertion ofSource(String trade) {
        return new TradeAssertion(
                trade, OF_SOURCE, List.of(new Evidence("defaults.trades", "source")), AssertedBy.SOURCE);
    }
}
