package be.vakoogst.rest;

import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.failure.Stage;
import be.vakoogst.fetch.Credentials;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Fetcher;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/** From what the YAML says of authentication to credentials; or why there are none. For one walk and one thread. */
final class Access {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}:]+)");

    private final URI url;
    private final Map<String, String> auth;
    private final Fetcher fetcher;
    private Optional<Credentials> credentials = Optional.empty();

    /** @param auth the section of the YAML; empty: nobody asks who we are */
    Access(URI url, Map<String, String> auth, Fetcher fetcher) {
        this.url = url;
        this.auth = auth;
        this.fetcher = fetcher;
    }

    Credentials credentials() {
        return credentials.orElse(Credentials.NONE);
    }

    /** Why we are not let in; empty when we are. */
    Optional<Failure> enter() {
        if (credentials.isPresent()) {
            return Optional.empty();
        }
        Optional<Failure> unset = unset();
        if (unset.isPresent()) {
            return unset;
        }
        return switch (auth.getOrDefault("type", "none")) {
            case "header" -> granted(new Credentials(url, named(), Map.of()));
            case "parameter" -> granted(new Credentials(url, Map.of(), named()));
            case "oauth2" -> byToken();
            default -> granted(Credentials.NONE);
        };
    }

    /** Whether we are somebody anew: only tokens run out. */
    boolean enterAnew() {
        return auth.getOrDefault("type", "").equals("oauth2") && byToken().isEmpty();
    }

    private Optional<Failure> granted(Credentials who) {
        credentials = Optional.of(who);
        return Optional.empty();
    }

    private Optional<Failure> unset() {
        for (Map.Entry<String, String> setting : auth.entrySet()) {
            Matcher reference = REFERENCE.matcher(setting.getValue());
            if (reference.find()) {
                return Optional.of(denied(
                        url,
                        "connector.auth.%s needs the environment variable %s, which is not set"
                                .formatted(setting.getKey(), reference.group(1))));
            }
        }
        return Optional.empty();
    }

    private Map<String, String> named() {
        return Map.of(auth.getOrDefault("name", "Authorization"), auth.getOrDefault("value", ""));
    }

    private static Failure denied(URI url, String detail) {
        return new Failure(url, Stage.DISCOVER, Reason.FORBIDDEN, detail);
    }

    /** Client credentials (RFC 6749 section 4.4): in the header, which every server must take (section 2.3.1), else in the form. */
    private Optional<Failure> byToken() {
        URI tokens = URI.create(auth.getOrDefault("tokenUrl", url.toString()));
        Map<String, String> form = new LinkedHashMap<>(Map.of("grant_type", "client_credentials"));
        Optional.ofNullable(auth.get("scope")).ifPresent(scope -> form.put("scope", scope));
        if (fetcher.post(tokens, form, basic(tokens)) instanceof Fetched.Fresh fresh) {
            return bearer(fresh);
        }
        form.put("client_id", auth.getOrDefault("clientId", ""));
        form.put("client_secret", auth.getOrDefault("clientSecret", ""));
        return switch (fetcher.post(tokens, form, Credentials.NONE)) {
            case Fetched.Fresh fresh -> bearer(fresh);
            case Fetched.NotModified(var _, var _) -> Optional.of(denied(tokens, "no token was given"));
            case Fetched.Gone(Failure failure) -> Optional.of(failure);
            case Fetched.Refused(Failure failure) -> Optional.of(failure);
            case Fetched.Failed(Failure failure) -> Optional.of(failure);
        };
    }

    private Credentials basic(URI tokens) {
        String pair = encoded("clientId") + ":" + encoded("clientSecret");
        String value = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return new Credentials(tokens, Map.of("Authorization", "Basic " + value), Map.of());
    }

    private String encoded(String setting) {
        return URLEncoder.encode(auth.getOrDefault(setting, ""), StandardCharsets.UTF_8);
    }

    private Optional<Failure> bearer(Fetched.Fresh fresh) {
        try {
            String token = Answer.JSON
                    .readTree(new String(fresh.body().bytes(), StandardCharsets.UTF_8))
                    .path("access_token")
                    .asString("");
            return token.isEmpty()
                    ? Optional.of(denied(fresh.url(), "the answer has no access_token"))
                    : granted(new Credentials(url, Map.of("Authorization", "Bearer " + token), Map.of()));
        } catch (JacksonException e) {
            return Optional.of(denied(fresh.url(), "the answer is no JSON: " + e.getOriginalMessage()));
        }
    }
}
