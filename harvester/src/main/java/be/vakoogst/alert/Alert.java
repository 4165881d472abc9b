package be.vakoogst.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is or was wrong. What templates call is public. */
record Alert(
        long id,
        AlertKind kind,
        String subject,
        List<String> facts,
        String link,
        Instant startedAt,
        Optional<Instant> endedAt) {

    boolean isOf(Condition condition) {
        return kind == condition.kind() && subject.equals(condition.subject());
    }
}
