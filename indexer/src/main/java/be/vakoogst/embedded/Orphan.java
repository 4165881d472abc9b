package be.vakoogst.embedded;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process known by its pid only, recognised as ours by its command line: by now the pid may belong to anyone. */
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

    /** Asks it to end, and ends it with its children when it takes longer than {@code patience}. */
    void end(Duration patience) {
        process.destroy();
        if (!gone(patience)) {
            kill();
            gone(patience);
        }
    }

    /** Ends it and its children at once; returns without waiting. */
    void kill() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private boolean gone(Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
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
