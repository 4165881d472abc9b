package be.vakoogst.fetch;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/**
 * How far fetching goes.
 *
 * @param connect until a connection stands
 * @param read until the next bytes come
 * @param total for one answer, from the request to its last byte
 * @param maxSize of a body, decompressed
 * @param maxDocument of a PDF, an archive or another document that is no page: it is kept in a temporary file, not in memory
 * @param maxRedirects that are followed
 * @param retries after the first try, for answers that may pass
 * @param patience the longest Retry-After that is waited for; longer ones end as rate-limited
 * @param agent product and contact as sent in User-Agent; robots.txt is read for the product's name, {@code vakoogst}
 * @param allowPrivate hosts, addresses or CIDR ranges that may be fetched although they are not public
 */
@ConfigurationProperties("vakoogst.fetch")
public record FetchSettings(
        @DefaultValue(CONNECT) Duration connect,
        @DefaultValue(READ) Duration read,
        @DefaultValue(TOTAL) Duration total,
        @DefaultValue(MAX_SIZE) DataSize maxSize,
        @DefaultValue(MAX_DOCUMENT) DataSize maxDocument,
        @DefaultValue(MAX_REDIRECTS) int maxRedirects,
        @DefaultValue(RETRIES) int retries,
        @DefaultValue(PATIENCE) Duration patience,

        @DefaultValue(AGENT) String agent,

        @DefaultValue List<String> allowPrivate) {

    private static final String CONNECT = "10s";
    private static final String READ = "20s";
    private static final String TOTAL = "60s";
    private static final String MAX_SIZE = "10MB";
    private static final String MAX_DOCUMENT = "100MB";
    private static final String MAX_REDIRECTS = "10";
    private static final String RETRIES = "2";
    private static final String PATIENCE = "30s";
    private static final String AGENT = "Vakoogst/1.0 (+https://vakoogst.be/bot; mailto:bot@vakoogst.be)";

    public FetchSettings {
        require(positive(connect), "connect", connect, "a duration above 0s");
        require(positive(read), "read", read, "a duration above 0s");
        require(positive(total), "total", total, "a duration above 0s");
        require(maxSize.toBytes() > 0, "max-size", maxSize, "a size above 0B");
        require(maxDocument.compareTo(maxSize) >= 0, "max-document", maxDocument, "at least max-size");
        require(maxRedirects >= 0 && maxRedirects <= 50, "max-redirects", maxRedirects, "0 to 50");
        require(retries >= 0 && retries <= 10, "retries", retries, "0 to 10");
        require(agent.contains("@") || agent.contains("://"), "agent", agent, "a name with a contact address");
        allowPrivate = List.copyOf(allowPrivate);
        requireReadable(allowPrivate);
    }

    private static void requireReadable(List<String> allowPrivate) {
        allowPrivate.stream().filter(AddressGuard.Range::looksLike).forEach(AddressGuard.Range::parse);
    }

    /** The defaults, with these private hosts allowed. */
    public static FetchSettings allowing(List<String> allowPrivate) {
        return new FetchSettings(
                DurationStyle.SIMPLE.parse(CONNECT),
                DurationStyle.SIMPLE.parse(READ),
                DurationStyle.SIMPLE.parse(TOTAL),
                DataSize.parse(MAX_SIZE),
                DataSize.parse(MAX_DOCUMENT),
                Integer.parseInt(MAX_REDIRECTS),
                Integer.parseInt(RETRIES),
                DurationStyle.SIMPLE.parse(PATIENCE),
                AGENT,
                allowPrivate);
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
