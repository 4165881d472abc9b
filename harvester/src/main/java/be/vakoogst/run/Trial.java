package be.vakoogst.run;

import be.vakoogst.connector.Checkpoint;
import be.vakoogst.connector.Discovery.Scope;
import be.vakoogst.failure.Failure;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.source.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Harvests the beginning of a source, or makes records of what it delivered before, and keeps nothing of it: by the very flow of a real run, so
 * that it shows what that would make.
 */
public class Trial {

    private final Harvest harvest;
    private final Reprocess reprocess;

    Trial(Harvest harvest, Reprocess reprocess) {
        this.harvest = harvest;
        this.reprocess = reprocess;
    }

    /**
     * @param failures what went wrong with items, their pages, or the list
     * @param more whether there is more than was looked at, or the time was over before
     */
    public record Tried(List<LearningResource> resources, List<Failure> failures, boolean more) {}

    /**
     * Looks at the first items of a source, in the time there is.
     *
     * @throws IllegalStateException when the harvest itself breaks off, which no publisher can cause
     */
    public Tried run(Source source, int most, Duration within) {
        return run(source, most, within, sofar -> {});
    }

    /**
     * The same, told as it goes.
     *
     * @param progress is told all that was found so far with each record; from another thread, and not after this has returned
     */
    public Tried run(Source source, int most, Duration within, Consumer<Tried> progress) {
        // Somebody waits for the first: none of the later ones may be before it at the publisher's gate.
        int inWork = source.politeness().concurrency();
        return look(() -> harvest.harvest(order(source), inWork), new Findings(most, progress), within);
    }

    /** The same of what a source of that id delivered before, read as this one says; without a single request. */
    public Tried onKept(Source source, int most, Duration within) {
        return look(() -> reprocess.reprocess(order(source)), new Findings(most, sofar -> {}), within);
    }

    private static Order order(Source source) {
        return new Order(source, Scope.FULL, Checkpoint.START, Known.Nothing.KNOWN, listed -> {});
    }

    private static Tried look(Supplier<Stream<Harvested>> harvest, Findings findings, Duration within) {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> work = executor.submit(() -> look(harvest, findings));
            boolean inTime = await(work, within);
            return findings.tried(!inTime);
        }
    }

    private static void look(Supplier<Stream<Harvested>> harvest, Findings findings) {
        try (Stream<Harvested> stream = harvest.get()) {
            stream.takeWhile(findings::add).forEachOrdered(harvested -> {});
        }
    }

    private static boolean await(Future<?> work, Duration within) {
        try {
            work.get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            work.cancel(true);
            return false;
        } catch (InterruptedException e) {
            work.cancel(true);
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The trial broke off", e.getCause());
        }
    }

    /** What was found so far; read by the caller while the harvest may still be ending. */
    private static final class Findings {

        private final int most;
        private final List<LearningResource> resources = new ArrayList<>();
        private final List<Failure> failures = new ArrayList<>();
        private final Consumer<Tried> progress;
        private boolean full;
        private boolean told;

        Findings(int most, Consumer<Tried> progress) {
            this.most = most;
            this.progress = progress;
        }

        /** @return false once there is enough */
        synchronized boolean add(Harvested harvested) {
            if (resources.size() + failures.size() >= most) {
                full = true;
                return false;
            }
            switch (harvested) {
                case Harvested.Made made -> add(made);
                case Harvested.Failed failed -> failures.add(failed.failure());
                case Harvested.Broken broken -> failures.add(broken.failure());
                default -> {}
            }
            return true;
        }

        private void add(Harvested.Made made) {
            resources.add(made.resource());
            made.partial().ifPresent(failures::add);
            if (!told) {
                progress.accept(found(true));
            }
        }

        synchronized Tried tried(boolean outOfTime) {
            told = true;
            return found(full || outOfTime);
        }

        private Tried found(boolean more) {
            return new Tried(List.copyOf(resources), List.copyOf(failures), more);
        }
    }
}
