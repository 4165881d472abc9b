package be.vakoogst.push;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much is taken from who pushes.
 *
 * @param callback where hubs tell of changes, as it is reached from outside
 * @param lease how long hubs are asked to tell; it is renewed before
 * @param perHour pings and pushes that one partner may send in an hour
 * @param records that one partner may keep here by pushing them
 */
@Validated
@ConfigurationProperties("vakoogst.push")
record PushSettings(
        @DefaultValue("http://localhost:8080/push/websub") URI callback,
        @DefaultValue("10d") Duration lease,
        @Min(1) @Max(100_000) @DefaultValue("120") int perHour,
        @Min(1) @Max(1_000_000) @DefaultValue("10000") int records) {}
