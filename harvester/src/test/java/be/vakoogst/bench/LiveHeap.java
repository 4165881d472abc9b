package be.vakoogst.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What is really in use while something runs: looked at after a full collection, again and again. */
final class LiveHeap implements AutoCloseable {

    private static final long EVERY_SECONDS = 4;

    private final List<Long> megabytes = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    LiveHeap() {
        Thread.ofPlatform().daemon().start(this::watch);
    }

    private void watch() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        try {
            while (!ended.await(EVERY_SECONDS, TimeUnit.SECONDS)) {
                memory.gc();
                megabytes.add(memory.getHeapMemoryUsage().getUsed() >> 20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Of the first, the second and the last third of the time that passed: the highest that was seen. */
    @Override
    public String toString() {
        int third = Math.max(1, megabytes.size() / 3);
        return megabytes.size() < 3
                ? "too quick to tell: " + megabytes
                : "%d, %d, %d MB"
                        .formatted(
                                most(megabytes.subList(0, third)),
                                most(megabytes.subList(third, 2 * third)),
                                most(megabytes.subList(2 * third, megabytes.size())));
    }

    private static long most(List<Long> some) {
        return some.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    @Override
    public void close() {
        ended.countDown();
    }
}
