package be.vakoogst.schedule;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sees to it, at the start and every half minute, that what should run is scheduled, and that a dead process holds no source. */
@Component
class InStep {

    private final Scheduling scheduling;

    InStep(Scheduling scheduling) {
        this.scheduling = scheduling;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    void keep() {
        scheduling.keepInStep();
    }
}
