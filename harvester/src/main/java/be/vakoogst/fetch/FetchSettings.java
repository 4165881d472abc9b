package be.vakoogst.fetch;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

/**
 * How far fetching goes.
 *
 * @param connect until a connection stands
 * @param read until the next bytes come
 * @param total for one answer, from the request to its last byte
 * @param maxSize of a body, decompressed
 * @param maxRedirects that are followed
 * @param retries after the first try, for answers that may pass
 * @param patience the longest Retry-After that is waited for; longer ones end as rate-limited
 * @param agent product and contact as sent in User-Agent; robots.txt is read for the product's name, {@code vakoogst}
 * @param allowPrivate hosts, addresses or CIDR ranges that may be fetched although they are not public
 */
@ConfigurationProperties("vakoogst.fetch")
public record FetchSettings(
        @DefaultValue("10s") Duration connect,
        @DefaultValue("20s") Duration read,
        @DefaultValue("60s") Duration total,
        @DefaultValue("10MB") DataSize maxSize,
        @DefaultValue("10") int maxRedirects,
        @DefaultValue("2") int retries,
        @DefaultValue("30s") Duration patience,

        @DefaultValue("Vakoogst/1.0 (+https://vakoogst.be/bot; mailto:bot@vakoogst.be)")
        String agent,

        @DefaultValue List<String> allowPrivate) {

    public FetchSettings {
        require(positive(connect), "connect", connect, "a duration above 0s");
        require(positive(read), "read", read, "a duration above 0s");
        require(positive(total), "total", total, "a duration above 0s");
        require(maxSize.toBytes() > 0, "max-size", maxSize, "a size above 0B");
        require(maxRedirects >= 0 && maxRedirects <= 50, "max-redirects", maxRedirects, "0 to 50");
        require(retries >= 0 && retries <= 10, "retries", retries, "0 to 10");
        require(agent.contains("@") || agent.contains("://"), "agent", agent, "a name with a contact address");
        allowPrivate = List.copyOf(allowPrivate);
    }

    /** The defaults, with these private hosts allowed. */
    public static FetchSettings allowing(List<String> allowPrivate) {
        Map<String, Object> properties = new HashMap<>();
        for (int i = 0; i < allowPrivate.size(); i++) {
            properties.put("vakoogst.fetch.allow-private[" + i + "]", allowPrivate.get(i));
        }
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("vakoogst.fetch", FetchSettings.class);
    }

    private static boolean positive(Duration duration) {
        return duration.isPositive();
    }

    private static void require(boolean right, String key, Object value, String allowed) {
        if (!right) {
            throw new IllegalArgumentException(
                    "vakoogst.fetch.%s is '%s' and must be %s".formatted(key, value, allowed));
        }
    }
}
