package be.vakoogst.run;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Pulls a stream on a thread of its own, a bounded number of elements ahead, so that whoever takes them can wait for a limited time.
 * {@link Stream#iterator()} does neither: behind a {@code flatMap} it buffers all that one source element gives, be it a list of a million.
 */
class Ahead<T> implements AutoCloseable {

    /** What does not end in time is left to its own limits. */
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(1);

    private final BlockingQueue<Element<T>> queue;
    private final Thread thread;
    private boolean ended;

    /** @param most elements that wait to be taken */
    Ahead(Supplier<Stream<T>> source, int most) {
        this.queue = new ArrayBlockingQueue<>(most);
        this.thread = Thread.ofVirtual().name("ahead").start(() -> pull(source));
    }

    private sealed interface Element<T> {
        record Given<T>(T value) implements Element<T> {}

        record Ended<T>(Optional<RuntimeException> fault) implements Element<T> {}
    }

    private void pull(Supplier<Stream<T>> source) {
        try (Stream<T> stream = source.get()) {
            stream.forEach(value -> put(new Element.Given<>(value)));
            put(new Element.Ended<>(Optional.empty()));
        } catch (RuntimeException | Error fault) {
            // Errors too: whoever waits for the end would else wait for ever.
            if (!Thread.currentThread().isInterrupted()) {
                put(new Element.Ended<>(Optional.of(
                        fault instanceof RuntimeException known ? known : new IllegalStateException(fault))));
            }
        }
    }

    private void put(Element<T> element) {
        try {
            queue.put(element);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("nobody takes any more", e);
        }
    }

    /**
     * The next element.
     *
     * @return empty when none came in time, or none will come any more
     */
    Optional<T> next(Duration patience) throws InterruptedException {
        if (ended) {
            return Optional.empty();
        }
        return switch (queue.poll(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            case null -> Optional.empty();
            case Element.Given<T>(T value) -> Optional.of(value);
            case Element.Ended<T>(var fault) -> {
                ended = true;
                fault.ifPresent(thrown -> {
                    throw thrown;
                });
                yield Optional.empty();
            }
        };
    }

    boolean ended() {
        return ended;
    }

    /** Ends the stream, wherever it is. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(ENDS_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
