package be.vakoogst.access;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people sign in.
 *
 * @param attemptsPerMinute by the form, from one address; more are answered with 429. 0: no limit
 */
@Validated
@ConfigurationProperties("vakoogst.sign-in")
record SignInSettings(
        @DefaultValue("20") @Min(0) @Max(10_000) int attemptsPerMinute) {}
