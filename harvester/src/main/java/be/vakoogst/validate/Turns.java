package be.vakoogst.validate;

import be.vakoogst.problem.Refusal;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Whose turn it is: so many an hour of each address, and so many at once of all. Nothing is written down. */
class Turns {

    private static final Duration PERIOD = Duration.ofHours(1);
    private static final int MOST_ADDRESSES = 100_000;

    private final ValidateSettings settings;
    private final Semaphore places;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(PERIOD)
            .build();

    Turns(ValidateSettings settings) {
        this.settings = settings;
        this.places = new Semaphore(settings.atOnce());
    }

    /** @throws Refusal when it is not */
    <T> T take(String visitor, Supplier<T> work) {
        if (!buckets.get(visitor, any -> bucket()).tryConsume(1)) {
            throw Refusal.tooOften(settings.perHour() + " an hour are enough: try again later");
        }
        if (!places.tryAcquire()) {
            throw Refusal.tooOften("Many others are validating right now: try again in a minute");
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(settings.perHour()).refillGreedy(settings.perHour(), PERIOD))
                .build();
    }
}
