package be.vakoogst.control;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How control of a site is looked for.
 *
 * @param dns the resolver that is asked for TXT records, such as {@code dns://192.0.2.1}; {@code dns:} is this machine's own
 */
@Validated
@ConfigurationProperties("vakoogst.control")
record ControlSettings(
        @Pattern(regexp = "dns:(//[^/]+)?") @DefaultValue("dns:")
        String dns) {}
