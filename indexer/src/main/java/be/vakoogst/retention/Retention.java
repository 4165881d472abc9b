package be.vakoogst.retention;

import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Lets go what has been kept long enough. Harmless when repeated, also by several nodes. */
class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final List<Aging> kept;
    private final RetentionSettings settings;
    private final InstantSource clock;

    Retention(List<Aging> kept, RetentionSettings settings, InstantSource clock) {
        this.kept = List.copyOf(kept);
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void forget() {
        for (Aging aging : kept) {
            int gone = aging.forget().apply(clock.instant().minus(settings.of(aging.what())));
            if (gone > 0) {
                LOG.info(
                        "{} of {} were kept long enough and are gone",
                        gone,
                        aging.what().code());
            }
        }
    }
}
