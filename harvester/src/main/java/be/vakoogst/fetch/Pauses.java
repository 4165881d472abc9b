package be.vakoogst.fetch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The seam to real time: how a thread waits for its turn. */
interface Pauses {

    /** Since some moment in the past. Never goes back, as a clock does that is set right. */
    Duration elapsed();

    void pause(Duration duration) throws InterruptedException;

    /** Waits for real. */
    static Pauses real() {
        long start = System.nanoTime();
        return new Pauses() {
            @Override
            public Duration elapsed() {
                return Duration.ofNanos(System.nanoTime() - start);
            }

            @Override
            public void pause(Duration duration) throws InterruptedException {
                if (new CountDownLatch(1).await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
                    throw new IllegalStateException("Nobody opens this latch");
                }
            }
        };
    }
}
