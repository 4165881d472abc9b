package be.vakoogst.schedule;

import be.vakoogst.source.Sources;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sees to it that what should run is scheduled: at the start, as soon as a file of a source changed, and every half minute, when it also frees
 * what a dead process held.
 */
@Component
class InStep {

    private final Scheduling scheduling;
    private final Sources sources;
    private volatile String seen = "";

    InStep(Scheduling scheduling, Sources sources) {
        this.scheduling = scheduling;
        this.sources = sources;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    void keep() {
        seen = sources.stamp();
        scheduling.keepInStep();
    }

    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT30S")
    void keepWhatChanged() {
        if (!sources.stamp().equals(seen)) {
            keep();
        }
    }
}
