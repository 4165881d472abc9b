package be.vakoogst.cli;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What is open in this process, closed in the opposite order, once: by whoever opened it, or by Ctrl-C, also when that comes while more is
 * being opened. What does not close in its time is left behind, to end with the process.
 */
final class Opened implements AutoCloseable {

    private final Deque<Runnable> closings = new ArrayDeque<>();
    private final ReentrantLock one = new ReentrantLock();
    private boolean closed;

    /** @param within how long closing it may take */
    <T> T open(String name, Supplier<T> opening, Consumer<T> closing, Duration within) {
        one.lock();
        try {
            if (closed) {
                throw new CommandFailed("It was ended while it started");
            }
            T opened = opening.get();
            closings.push(() -> inTime(name, () -> closing.accept(opened), within));
            return opened;
        } finally {
            one.unlock();
        }
    }

    private static void inTime(String name, Runnable closing, Duration within) {
        Thread thread = Thread.ofPlatform().daemon().name("close " + name).start(closing);
        try {
            thread.join(within);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until what is being opened is open. */
    @Override
    public void close() {
        one.lock();
        try {
            closed = true;
            while (!closings.isEmpty()) {
                closings.pop().run();
            }
        } finally {
            one.unlock();
        }
    }
}
