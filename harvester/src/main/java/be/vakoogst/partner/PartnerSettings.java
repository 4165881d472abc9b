package be.vakoogst.partner;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How partners join.
 *
 * @param previewsPerHour looks that one visitor may ask for in an hour
 * @param registrationsPerHour from one address; more are answered with 429
 * @param previewsPerSite looks at one site in an hour, whoever asks
 * @param previewsAtOnce looks in work at the same time, on each node
 * @param provenMayJoin whether who confirmed the mail and proved control of the site is harvested without an operator
 * @param previewsKept how long a look can be shown again
 */
@Validated
@ConfigurationProperties("vakoogst.partner")
record PartnerSettings(
        @Min(1) @Max(1000) @DefaultValue("20") int previewsPerHour,
        @Min(1) @Max(1000) @DefaultValue("20") int registrationsPerHour,
        @Min(1) @Max(1000) @DefaultValue("40") int previewsPerSite,
        @Min(1) @Max(100) @DefaultValue("8") int previewsAtOnce,
        @DefaultValue("true") boolean provenMayJoin,
        @DefaultValue("7d") Duration previewsKept) {}
