package be.vakoogst.search;

import be.vakoogst.catalogue.Prefilled;
import be.vakoogst.index.RawBulk;
import be.vakoogst.index.Reindex;
import be.vakoogst.resource.LearningResource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An index made from the catalogue beside a raw bulk of the same documents. Engine and program get faster with each turn, so they take turns, and the
 * second of ours is compared with the mean of the raw ones before and after it.
 */
final class Indexing {

    private static final int TOGETHER = 1000;

    private final ApplicationContext application;
    private final Path data;
    private final int many;

    /** @param data the folder of the embedded parts */
    Indexing(ApplicationContext application, Path data, int many) {
        this.application = application;
        this.data = data;
        this.many = many;
    }

    /** Something that takes its time. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    void measure(IntFunction<LearningResource> resources, Path documents, URI engine) throws IOException {
        fill(resources);
        RawBulk bulk = RawBulk.prepared(application, IntStream.range(0, many).mapToObj(resources), documents, engine);
        Reindex reindex = application.getBean(Reindex.class);
        System.out.printf(Locale.ROOT, "indexing %,d records%n", many);
        double rawCold = rate("raw bulk", bulk::run);
        double cold = rate("from the catalogue", reindex::run);
        double before = rate("raw bulk", bulk::run);
        double warm = rate("from the catalogue", reindex::run);
        double after = rate("raw bulk", bulk::run);
        System.out.printf(
                Locale.ROOT,
                "from the catalogue %.0f %% of the raw bulks before and after it (aim: 90 %%); the first time, which favours the second, %.0f %%%n",
                100 * warm / ((before + after) / 2),
                100 * cold / rawCold);
    }

    private void fill(IntFunction<LearningResource> resources) {
        JdbcClient jdbc = application.getBean(JdbcClient.class);
        for (int start = 0; start < many; start += TOGETHER) {
            Prefilled.with(
                    IntStream.range(start, Math.min(many, start + TOGETHER))
                            .mapToObj(resources)
                            .toList(),
                    jdbc);
        }
    }

    private double rate(String what, Work work) throws IOException {
        Spent before = Spent.now(data);
        long start = System.nanoTime();
        work.run();
        double rate = many / (Duration.ofNanos(System.nanoTime() - start).toNanos() / 1e9);
        System.out.printf(
                Locale.ROOT,
                "%-20s %,8.0f/s   CPU time of each: %s%n",
                what,
                rate,
                Spent.now(data).since(before).each(many));
        return rate;
    }
}
