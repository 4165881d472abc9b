package be.vakoogst.export;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.catalogue.ChangeNumber;
import be.vakoogst.problem.Refusal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The packed export as a file, so that a slow reader holds no connection to the database, and many readers cost no more than one. It is made anew
 * when something changed, at most thrice a minute: so long, at most, what was withdrawn is still in it.
 */
class Exports implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Exports.class);
    private static final Duration SERVED = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Whole whole;
    private final Catalogue catalogue;
    private final InstantSource clock;
    private final Executor threads;
    private CompletableFuture<Made> latest = CompletableFuture.failedFuture(new IllegalStateException("none yet"));

    Exports(Whole whole, Catalogue catalogue, InstantSource clock, Executor threads) {
        this.whole = whole;
        this.catalogue = catalogue;
        this.clock = clock;
        this.threads = threads;
    }

    /** @param number the last change that is in it */
    record Made(Path file, ChangeNumber number, Instant at) {}

    /** @throws Refusal 503 while it takes longer than a reader waits; the work goes on */
    Made current() {
        try {
            return wanted().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw Refusal.busy("The export is being made: ask again in a minute");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.busy("The export was interrupted");
        } catch (ExecutionException e) {
            LOG.error("The export could not be made", e.getCause());
            throw Refusal.busy("The export could not be made");
        }
    }

    private synchronized CompletableFuture<Made> wanted() {
        boolean good = !latest.isDone() || !latest.isCompletedExceptionally() && serves(latest.join());
        if (!good) {
            CompletableFuture<Made> former = latest;
            latest = CompletableFuture.supplyAsync(this::make, threads);
            latest.thenRun(() -> former.thenAccept(Exports::remove));
        }
        return latest;
    }

    private boolean serves(Made made) {
        return clock.instant().isBefore(made.at().plus(SERVED)) || made.number().equals(catalogue.latest());
    }

    private Made make() {
        Instant now = clock.instant();
        try {
            Path file = Files.createTempFile("vakoogst-export", ".jsonl.gz");
            file.toFile().deleteOnExit();
            try (OutputStream out = new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
                return new Made(file, whole.write(out, CatalogueRecord::passedOn), now);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who reads it still, goes on reading. */
    private static void remove(Made former) {
        try {
            Files.deleteIfExists(former.file());
        } catch (IOException e) {
            LOG.warn("{} could not be removed: {}", former.file(), e.getMessage());
        }
    }

    @Override
    public synchronized void close() {
        if (latest.isDone() && !latest.isCompletedExceptionally()) {
            remove(latest.join());
        }
    }
}
