package be.vakoogst.validate;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much may be validated.
 *
 * @param perHour pages or pieces of markup that one address may have read in an hour, on each node
 * @param atOnce in work at the same time, on each node
 */
@Validated
@ConfigurationProperties("vakoogst.validate")
record ValidateSettings(
        @Min(1) @Max(10_000) @DefaultValue("60") int perHour,
        @Min(1) @Max(100) @DefaultValue("4") int atOnce) {}
