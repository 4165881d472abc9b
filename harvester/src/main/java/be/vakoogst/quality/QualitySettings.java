package be.vakoogst.quality;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How pictures are looked at.
 *
 * @param imagesEvery after one look at a record's picture comes the next
 * @param imagesAtOnce pictures that are looked at in five minutes, at most; 0: none ever
 */
@Validated
@ConfigurationProperties("vakoogst.quality")
record QualitySettings(
        @DefaultValue("30d") Duration imagesEvery,
        @Min(0) @Max(10_000) @DefaultValue("50") int imagesAtOnce) {}
