package be.vakoogst.embedded;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process that an earlier, killed instance left behind, recognised by its command line: a pid alone may belong to anyone by now. */
record Orphan(ProcessHandle process) {

    /** @param signs what its command line must contain, all of it */
    static Optional<Orphan> of(long pid, List<String> signs) {
        return ProcessHandle.of(pid)
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> signs.stream().allMatch(line::contains))
                        .isPresent())
                .map(Orphan::new);
    }

    /** Asks it to end, and ends it when it takes longer than {@code patience}. */
    void end(Duration patience) {
        process.destroy();
        if (!gone(patience)) {
            process.destroyForcibly();
            gone(patience);
        }
    }

    boolean gone(Duration patience) {
        CompletableFuture<ProcessHandle> exit = process.onExit();
        try {
            exit.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException alive) {
            return false;
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
