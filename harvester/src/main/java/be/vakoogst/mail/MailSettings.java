package be.vakoogst.mail;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mails go out; the server is that of {@code spring.mail}.
 *
 * @param from the sender
 * @param baseUrl where this instance is reached from outside, for the links in mails; without a slash at its end
 */
@Validated
@ConfigurationProperties("vakoogst.mail")
record MailSettings(
        @NotBlank @DefaultValue("vakoogst@localhost") String from,

        @NotBlank @Pattern(regexp = "https?://[^/]+(/.*[^/])?")
        String baseUrl) {}
