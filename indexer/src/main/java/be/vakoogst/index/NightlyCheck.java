package be.vakoogst.index;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Compares catalogue and index while people sleep. */
class NightlyCheck {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyCheck.class);

    private final IndexCheck check;

    NightlyCheck(IndexCheck check) {
        this.check = check;
    }

    @Scheduled(cron = "${vakoogst.search.check:0 30 3 * * *}", zone = "Europe/Brussels")
    void compare() {
        try {
            check.run();
        } catch (EngineAway | EngineRefused e) {
            LOG.warn("The index cannot be compared with the catalogue tonight: {}", e.getMessage());
        }
    }
}
