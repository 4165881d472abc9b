package be.vakoogst.limit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What one address may ask of this node. Behind a proxy, {@code server.forward-headers-strategy: native} tells us the visitor's.
 *
 * @param body bytes of one request, but for what operators upload
 * @param failedSignInsPerMinute wrong passwords and tokens in the Authorization header
 */
@Validated
@ConfigurationProperties("vakoogst.limits")
record LimitSettings(
        @DefaultValue("2MB") DataSize body,
        @DefaultValue("60") @Min(1) @Max(100_000) int failedSignInsPerMinute) {}
