package be.vakoogst.alert;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * When operators are told, and how.
 *
 * @param mailTo who gets mails; nobody where empty
 * @param language of mails and webhooks: nl, fr or en
 * @param webhookUrl where alerts are posted; nowhere where empty
 * @param webhookSecret signs what is posted
 * @param missedIntervals a source with no success for so many of its intervals
 * @param errorShare the share of a run's items that failed
 * @param unchangedFor a source that shows nothing new for so long
 * @param indexLag a change that waits for the index for so long
 * @param diskFree of the disk with the data folder, at least
 * @param settle how long something must be well again before that is told
 */
@Validated
@ConfigurationProperties("vakoogst.alerts")
record AlertSettings(
        @DefaultValue({}) List<String> mailTo,
        @Pattern(regexp = "nl|fr|en") @DefaultValue("nl") String language,
        @Nullable URI webhookUrl,
        @Nullable String webhookSecret,
        @Min(1) @DefaultValue("3") int missedIntervals,
        @Min(0) @Max(1) @DefaultValue("0.2") double errorShare,
        @DefaultValue("180d") Duration unchangedFor,
        @DefaultValue("10m") Duration indexLag,
        @DefaultValue("2GB") DataSize diskFree,
        @DefaultValue("5m") Duration settle) {

    AlertSettings {
        mailTo = mailTo.stream().filter(address -> !address.isBlank()).toList();
        if (webhookUrl != null && !webhookUrl.toString().isEmpty()) {
            if (webhookUrl.getScheme() == null || !webhookUrl.getScheme().matches("https?")) {
                throw new IllegalArgumentException(
                        "vakoogst.alerts.webhook-url: %s is no address; allowed is http(s)://…".formatted(webhookUrl));
            }
            if (webhookSecret == null || webhookSecret.length() < 16) {
                throw new IllegalArgumentException(
                        "vakoogst.alerts.webhook-secret: is missing or shorter than 16 characters, and signs what is posted to webhook-url");
            }
        }
    }

    Optional<URI> webhook() {
        return Optional.ofNullable(webhookUrl).filter(url -> !url.toString().isEmpty());
    }

    String secret() {
        return Optional.ofNullable(webhookSecret).orElse("");
    }

    @Override
    public String toString() {
        return "mail to " + mailTo + ", webhook " + webhookUrl;
    }
}
