package be.vakoogst.search;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The public API as other sites use it.
 *
 * @param allowedOrigins of pages that may read it from a browser, such as {@code https://school.example}; {@code *} for all
 * @param requestsPerMinute from one address to API and pages together, without an Authorization header; 0: no limit
 */
@Validated
@ConfigurationProperties("vakoogst.public-api")
record PublicApiSettings(
        @DefaultValue("*") List<String> allowedOrigins,
        @DefaultValue("1200") @Min(0) @Max(1_000_000) int requestsPerMinute) {

    PublicApiSettings {
        for (String origin : allowedOrigins) {
            if (!origin.equals("*") && !origin.matches("https?://[^/\\s]+")) {
                throw new IllegalArgumentException(
                        "vakoogst.public-api.allowed-origins: '%s' is no origin; allowed are * and http(s)://host[:port]"
                                .formatted(origin));
            }
        }
    }
}
