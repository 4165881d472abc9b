package be.vakoogst.alert;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.scheduling.annotation.Scheduled;

/** How many alerts are open, by kind. */
class AlertMeters {

    private final Alerts alerts;
    private final Map<AlertKind, AtomicLong> open = new EnumMap<>(AlertKind.class);

    AlertMeters(Alerts alerts, MeterRegistry registry) {
        this.alerts = alerts;
        for (AlertKind kind : AlertKind.values()) {
            AtomicLong value = new AtomicLong();
            open.put(kind, value);
            Gauge.builder("vakoogst.alerts", value, AtomicLong::get)
                    .description("Alerts that are open")
                    .tag("kind", kind.code())
                    .register(registry);
        }
    }

    @Scheduled(fixedDelayString = "PT15S", initialDelayString = "PT10S")
    void look() {
        Map<AlertKind, Long> counted = alerts.countOpen();
        open.forEach((kind, value) -> value.set(counted.getOrDefault(kind, 0L)));
    }
}
