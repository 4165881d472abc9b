package be.vakoogst.fetch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The seam to real time: how a thread waits for its turn. */
interface Pauses {

    void pause(Duration duration) throws InterruptedException;

    /** Waits for real. */
    static Pauses real() {
        return duration -> {
            if (new CountDownLatch(1).await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IllegalStateException("Nobody opens this latch");
            }
        };
    }
}
