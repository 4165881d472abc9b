package be.vakoogst.trade;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;

/** How much the classifier judges, and how long it takes. */
record ClassifierMeters(Classifier classifier) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        Classifier.Work work = classifier.work();
        FunctionTimer.builder(
                        "vakoogst.classifier",
                        work,
                        Classifier.Work::judged,
                        Classifier.Work::nanos,
                        TimeUnit.NANOSECONDS)
                .description("Texts that were judged")
                .register(registry);
        FunctionCounter.builder("vakoogst.classified", work, Classifier.Work::filed)
                .tag("result", "trade")
                .description("Texts by what came of them")
                .register(registry);
        FunctionCounter.builder("vakoogst.classified", work, Classifier.Work::unfiled)
                .tag("result", "none")
                .description("Texts by what came of them")
                .register(registry);
    }
}
