package be.vakoogst.webhook;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How patient we are with those who want to be told of changes.
 *
 * @param each of one account
 * @param attempts of one message before its hook is stopped
 * @param firstWait after the first failure; each further one waits twice as long
 * @param longestWait between two attempts
 */
@Validated
@ConfigurationProperties("vakoogst.webhook")
record WebhookSettings(
        @Min(0) @Max(1000) @DefaultValue("20") int each,
        @Min(1) @Max(100) @DefaultValue("12") int attempts,
        @DurationMin(seconds = 1) @DefaultValue("10s") Duration firstWait,
        @DurationMin(seconds = 1) @DefaultValue("6h") Duration longestWait) {

    /** @param failures in a row, at least 1 */
    Duration waitAfter(int failures) {
        Duration wait = firstWait.multipliedBy(1L << Math.min(failures - 1, 20));
        return wait.compareTo(longestWait) < 0 ? wait : longestWait;
    }
}
