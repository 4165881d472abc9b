package be.vakoogst.access;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Signing in through an identity provider, which itself is configured under {@code spring.security.oauth2.client}.
 *
 * @param roleClaim the claim of the ID token with the user's roles, text or a list; of its values those that are called like ours count,
 *     and who has none of them may do nothing
 */
@Validated
@ConfigurationProperties("vakoogst.oidc")
record OidcSettings(@NotBlank @DefaultValue("roles") String roleClaim) {}
