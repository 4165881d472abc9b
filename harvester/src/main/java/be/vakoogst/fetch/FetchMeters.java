package be.vakoogst.fetch;

import be.vakoogst.failure.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.List;
import java.util.function.Supplier;

/** How long publishers take to answer and how much they send, by what came of it: a class of statuses, or a {@link Reason}. */
final class FetchMeters {

    private static final List<String> STATUSES =
            List.of("ok", "not-modified", "redirect", "client-error", "server-error");

    private final MeterRegistry registry;

    FetchMeters(MeterRegistry registry) {
        this.registry = registry;
        STATUSES.forEach(outcome -> {
            time(outcome);
            bytes(outcome);
        });
    }

    /** Where nobody watches. */
    static FetchMeters none() {
        return new FetchMeters(new CompositeMeterRegistry());
    }

    Answer timed(Supplier<Answer> exchange) {
        Timer.Sample sample = Timer.start(registry);
        Answer answer = exchange.get();
        sample.stop(time(outcome(answer)));
        if (answer instanceof Answer.Status status) {
            bytes(outcome(answer)).increment(status.body().size());
        }
        return answer;
    }

    private static String outcome(Answer answer) {
        return switch (answer) {
            case Answer.Broken(var failure) -> failure.reason().code();
            case Answer.Status status when status.code() == 304 -> "not-modified";
            case Answer.Status status when status.code() >= 500 -> "server-error";
            case Answer.Status status when status.code() >= 400 -> "client-error";
            case Answer.Status status when status.code() >= 300 -> "redirect";
            case Answer.Status _ -> "ok";
        };
    }

    private Timer time(String outcome) {
        return Timer.builder("vakoogst.fetch")
                .description("Requests to publishers, without waiting for their turn")
                .tag("outcome", outcome)
                .register(registry);
    }

    private Counter bytes(String outcome) {
        return Counter.builder("vakoogst.fetch.bytes")
                .description("Bytes that publishers sent, unpacked")
                .baseUnit("bytes")
                .tag("outcome", outcome)
                .register(registry);
    }
}
