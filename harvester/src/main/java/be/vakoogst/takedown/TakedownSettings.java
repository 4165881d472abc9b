package be.vakoogst.takedown;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often people may ask for a takedown.
 *
 * @param perHour from one address; more are answered with 429. 0: no limit
 */
@Validated
@ConfigurationProperties("vakoogst.takedown")
record TakedownSettings(
        @DefaultValue("10") @Min(0) @Max(10_000) int perHour) {}
