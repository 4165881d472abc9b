package be.vakoogst.survey;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How an address is looked at.
 *
 * @param pace between the starts of two requests: a reader who clicks through a site asks for more at a time; robots.txt may demand a longer pause
 */
@Validated
@ConfigurationProperties("vakoogst.survey")
record SurveySettings(
        @DurationMin @DurationMax(seconds = 10) @DefaultValue("500ms")
        Duration pace) {}
