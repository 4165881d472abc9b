package be.vakoogst.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long what is about people is kept; checked every hour.
 *
 * @param usage counts of searches and clicks
 * @param reports what readers said is wrong, after it was closed
 * @param audit who changed what
 * @param mails after they were sent
 * @param registrations contact and address of publishers that were refused or left, after that
 * @param takedowns who asked and why, after the decision
 */
@Validated
@ConfigurationProperties("vakoogst.retention")
record RetentionSettings(
        @DefaultValue("730d") Duration usage,
        @DefaultValue("365d") Duration reports,
        @DefaultValue("1095d") Duration audit,
        @DefaultValue("30d") Duration mails,
        @DefaultValue("365d") Duration registrations,
        @DefaultValue("365d") Duration takedowns) {

    Duration of(Held what) {
        return switch (what) {
            case USAGE -> usage;
            case REPORTS -> reports;
            case AUDIT -> audit;
            case MAILS -> mails;
            case REGISTRATIONS -> registrations;
            case TAKEDOWNS -> takedowns;
        };
    }
}
