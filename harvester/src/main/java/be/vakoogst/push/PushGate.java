package be.vakoogst.push;

import be.vakoogst.problem.Refusal;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.resource.Digest;
import be.vakoogst.resource.SourceId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.scheduling.annotation.Scheduled;

/** Lets each request of a partner through once, and not more than there may be. */
class PushGate {

    private static final Duration PERIOD = Duration.ofHours(1);
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final int LONGEST_KEY = 200;

    private final PushTable table;
    private final PushSettings settings;

    PushGate(PushTable table, PushSettings settings) {
        this.table = table;
        this.settings = settings;
    }

    /**
     * @param key by which the sender recognises a request that it sends again
     * @param said all that was sent
     * @return the answer, or the one that the same request got before
     * @throws Refusal when the same key came with something else, is still in work, or these were too many
     */
    String once(SourceId source, Optional<String> key, String said, Supplier<String> work) {
        String name = key.filter(text -> !text.isBlank())
                .orElseGet(() -> UUID.randomUUID().toString());
        if (name.length() > LONGEST_KEY) {
            throw new WrongParameter("Idempotency-Key", "has more than " + LONGEST_KEY + " characters");
        }
        Optional<PushTable.Earlier> earlier =
                table.begin(source, name, Digest.of(said).bytes());
        if (earlier.isPresent()) {
            return again(earlier.get());
        }
        boolean done = false;
        try {
            if (table.within(source, PERIOD) > settings.perHour()) {
                throw Refusal.tooOften(settings.perHour() + " an hour are enough: try again later");
            }
            String answer = work.get();
            table.end(source, name, answer);
            done = true;
            return answer;
        } finally {
            if (!done) {
                table.giveUp(source, name);
            }
        }
    }

    private static String again(PushTable.Earlier earlier) {
        if (!earlier.same()) {
            throw new WrongParameter("Idempotency-Key", "came before with another request");
        }
        return earlier.answer().orElseThrow(() -> Refusal.conflict("The same request is still in work"));
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void forgetOld() {
        table.forget(REMEMBERED);
    }
}
