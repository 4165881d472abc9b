package be.vakoogst.index;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The search engine: Elasticsearch 8 or 9, or OpenSearch 3.
 *
 * @param url its base address; a path behind it is kept
 * @param user for HTTP Basic, together with {@code password}
 * @param apiKey instead of a user: the encoded form that Elasticsearch gives out
 * @param alias the name under which searches find the index; the indices behind it are called {@code alias-time}
 * @param answerWithin how long a single request may take
 */
@Validated
@ConfigurationProperties("vakoogst.search")
record IndexSettings(
        @DefaultValue("http://127.0.0.1:9200") @NotNull URI url,
        @Nullable String user,
        @Nullable String password,
        @Nullable String apiKey,

        @DefaultValue("vakoogst") @Pattern(regexp = "[a-z][a-z0-9-]{0,99}") String alias,

        @DefaultValue("30s") Duration answerWithin) {

    IndexSettings {
        if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw new IllegalArgumentException(
                    "vakoogst.search.url: %s is no address of a search engine; allowed is http(s)://host[:port][/path]"
                            .formatted(url));
        }
    }

    Optional<String> authorization() {
        if (filled(apiKey)) {
            return Optional.of("ApiKey " + apiKey);
        }
        return filled(user) ? Optional.of("Basic " + basic()) : Optional.empty();
    }

    private String basic() {
        String credentials = user + ":" + (password == null ? "" : password);
        return Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean filled(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    @Override
    public String toString() {
        return url + " as " + (filled(apiKey) ? "API key" : user) + ", alias " + alias;
    }
}
