package be.vakoogst.facts;

import org.springframework.scheduling.annotation.Scheduled;

/** Keeps the facts near the catalogue, whether anybody asks or not. */
class FactsFollower {

    private final Facts facts;

    FactsFollower(Facts facts) {
        this.facts = facts;
    }

    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
    void follow() {
        while (facts.step() && !Thread.currentThread().isInterrupted()) {
            // each step is a transaction of its own
        }
    }
}
