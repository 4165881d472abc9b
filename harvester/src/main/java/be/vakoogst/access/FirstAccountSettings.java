package be.vakoogst.access;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The first account, an administrator.
 *
 * @param name the user's name
 * @param password in clear, from VAKOOGST_OPERATOR_PASSWORD or the data folder; never from a file in {@code config}
 */
@Validated
@ConfigurationProperties("vakoogst.operator")
record FirstAccountSettings(
        @NotBlank @DefaultValue("operator") String name,
        @NotBlank String password) {}
