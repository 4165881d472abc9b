package be.vakoogst.search;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;

/** How long searches take, by what came of them. */
class SearchMeters {

    private final MeterRegistry registry;
    private final Timer found;
    private final Timer nothing;
    private final Timer failed;

    SearchMeters(MeterRegistry registry) {
        this.registry = registry;
        this.found = timer("found");
        this.nothing = timer("nothing");
        this.failed = timer("failed");
    }

    private Timer timer(String outcome) {
        return Timer.builder("vakoogst.search")
                .description("Searches that were answered")
                .tag("outcome", outcome)
                .publishPercentileHistogram()
                .register(registry);
    }

    SearchAnswer timed(Supplier<SearchAnswer> search) {
        Timer.Sample sample = Timer.start(registry);
        Timer outcome = failed;
        try {
            SearchAnswer answer = search.get();
            outcome = answer.total() > 0 ? found : nothing;
            return answer;
        } finally {
            sample.stop(outcome);
        }
    }
}
