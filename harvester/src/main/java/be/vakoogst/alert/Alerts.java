package be.vakoogst.alert;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionOperations;

/** Compares each minute what is wrong with what was, and tells what began and what ended, each once, whichever node sees it first. */
class Alerts {

    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);

    private final List<Rule> rules;
    private final AlertTable table;
    private final Telling telling;
    private final TransactionOperations transaction;
    private final Clockwork clockwork;

    Alerts(
            List<Rule> rules,
            AlertTable table,
            Telling telling,
            TransactionOperations transaction,
            Clockwork clockwork) {
        this.rules = List.copyOf(rules);
        this.table = table;
        this.telling = telling;
        this.transaction = transaction;
        this.clockwork = clockwork;
    }

    record Clockwork(InstantSource clock, AlertSettings settings) {}

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT30S")
    void look() {
        rules.forEach(this::look);
    }

    private void look(Rule rule) {
        List<Condition> conditions = rule.conditions();
        transaction.executeWithoutResult(status -> {
            table.awaitTurn();
            compare(rule, conditions);
        });
    }

    private void compare(Rule rule, List<Condition> conditions) {
        Instant now = clockwork.clock().instant();
        List<Condition> begun = new ArrayList<>(conditions);
        for (Alert alert : table.open()) {
            Optional<Condition> still = conditions.stream().filter(alert::isOf).findFirst();
            begun.removeIf(alert::isOf);
            if (still.isPresent()) {
                table.goesOn(alert, still.get());
            } else if (rule.judges(alert.kind(), alert.subject())) {
                table.clear(alert, now, now.minus(clockwork.settings().settle()))
                        .ifPresent(this::tell);
            }
        }
        begun.forEach(condition -> tell(table.start(condition, now)));
    }

    private void tell(Alert alert) {
        LOG.warn(
                "{} {} of {} {}",
                alert.endedAt().isPresent() ? "ended:" : "began:",
                alert.kind().code(),
                alert.subject(),
                alert.facts());
        telling.tell(alert);
    }

    List<Alert> open() {
        return table.open();
    }

    /** The latest first, each with a number below {@code before}. */
    List<Alert> ended(long before, int limit) {
        return table.ended(before, limit);
    }

    Map<AlertKind, Long> countOpen() {
        return table.countOpen();
    }
}
