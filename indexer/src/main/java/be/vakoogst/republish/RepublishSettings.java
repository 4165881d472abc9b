package be.vakoogst.republish;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this repository calls itself when others harvest it.
 *
 * @param name shown by OAI-PMH's Identify
 * @param identifier the domain in identifiers such as {@code oai:vakoogst.be:…}; changing it makes every record a new one to harvesters
 * @param adminEmail whom other repositories write to
 * @param aiAgents robots that gather for the training of models: to them robots.txt closes what publishers reserve
 */
@Validated
@ConfigurationProperties("vakoogst.republish")
record RepublishSettings(
        @NotBlank @DefaultValue("Vakoogst") String name,

        @Pattern(
                regexp = "[a-zA-Z][a-zA-Z0-9-]*(\\.[a-zA-Z][a-zA-Z0-9-]*)+",
                message = "must be a domain name such as vakoogst.be")
        @DefaultValue("vakoogst.be")
        String identifier,

        @NotBlank @Email @DefaultValue("bot@vakoogst.be") String adminEmail,

        @DefaultValue({
            "GPTBot", "ClaudeBot", "anthropic-ai", "CCBot", "Google-Extended", "Applebot-Extended",
                    "Meta-ExternalAgent",
            "Bytespider", "Amazonbot", "PerplexityBot", "cohere-training-data-crawler", "Diffbot", "omgili", "AI2Bot"
        })
        List<@Pattern(regexp = "[A-Za-z0-9_-]+") String> aiAgents) {

    RepublishSettings {
        aiAgents = List.copyOf(aiAgents);
    }
}
