package be.vakoogst.alert;

import java.time.Duration;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** By default what an operator has who changes nothing: nobody is told by mail or webhook. */
final class RuleSettings {

    private RuleSettings() {}

    static AlertSettings usual() {
        return withDiskFree(DataSize.ofGigabytes(2));
    }

    static AlertSettings withDiskFree(DataSize least) {
        return new AlertSettings(
                List.of(),
                "nl",
                null,
                null,
                3,
                0.2,
                Duration.ofDays(180),
                Duration.ofMinutes(10),
                least,
                Duration.ofMinutes(5));
    }
}
