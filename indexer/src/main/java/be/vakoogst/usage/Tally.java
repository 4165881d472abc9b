package be.vakoogst.usage;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/** What was counted since it was last written down. Bounded: beyond so many different ones a moment, the rest is not counted. */
class Tally implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Tally.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);
    private static final int MOST = 50_000;
    private static final ZoneId HERE = ZoneId.of("Europe/Brussels");

    private final UsageTable table;
    private final InstantSource clock;
    private Map<UsageTable.Searched, long[]> searches = new HashMap<>();
    private Map<UsageTable.Clicked, Long> clicks = new HashMap<>();
    private Map<UsageTable.Viewed, Long> views = new HashMap<>();
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile Thread thread = new Thread();

    Tally(UsageTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }

    synchronized void searched(String query, String trade, boolean nothing) {
        var key = new UsageTable.Searched(today(), query, trade);
        if (searches.size() < MOST || searches.containsKey(key)) {
            long[] counts = searches.computeIfAbsent(key, any -> new long[2]);
            counts[0]++;
            counts[1] += nothing ? 1 : 0;
        }
    }

    synchronized void clicked(String query, String resourceId) {
        var key = new UsageTable.Clicked(today(), query, resourceId);
        if (clicks.size() < MOST || clicks.containsKey(key)) {
            clicks.merge(key, 1L, Long::sum);
        }
    }

    synchronized void viewed(String resourceId) {
        var key = new UsageTable.Viewed(today(), resourceId);
        if (views.size() < MOST || views.containsKey(key)) {
            views.merge(key, 1L, Long::sum);
        }
    }

    /** Now; counts that cannot be written down are lost, as nobody should wait for them. */
    void write() {
        Map<UsageTable.Searched, long[]> searched;
        Map<UsageTable.Clicked, Long> clicked;
        Map<UsageTable.Viewed, Long> viewed;
        synchronized (this) {
            searched = searches;
            clicked = clicks;
            viewed = views;
            searches = new HashMap<>();
            clicks = new HashMap<>();
            views = new HashMap<>();
        }
        try {
            table.add(searched, clicked, viewed);
        } catch (DataAccessException e) {
            LOG.warn(
                    "{} counts of searches, {} of clicks and {} of views were lost: {}",
                    searched.size(),
                    clicked.size(),
                    viewed.size(),
                    e.getMessage());
        }
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofVirtual().name("usage").start(this::follow);
    }

    private void follow() {
        try {
            while (!stopped.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                write();
            }
            write();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
        try {
            thread.join(STOP_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }
}
