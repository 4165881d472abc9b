package be.vakoogst.rest;

import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.failure.Stage;
import be.vakoogst.fetch.Credentials;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Fetcher;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** From what the YAML says of authentication to credentials; or why there are none. */
sealed interface Access {

    record Granted(Credentials credentials) implements Access {}

    record Denied(Failure failure) implements Access {}

    /** @param auth the section of the YAML; empty: nobody asks who we are */
    static Access to(URI url, Map<String, String> auth, Fetcher fetcher) {
        Optional<String> unset =
                auth.values().stream().filter(value -> value.startsWith("${")).findFirst();
        if (unset.isPresent()) {
            return denied(url, "connector.auth: the environment has no " + unset.get());
        }
        return switch (auth.getOrDefault("type", "none")) {
            case "header" -> new Granted(new Credentials(url, named(auth), Map.of()));
            case "parameter" -> new Granted(new Credentials(url, Map.of(), named(auth)));
            case "oauth2" -> token(url, auth, fetcher);
            default -> new Granted(Credentials.NONE);
        };
    }

    private static Map<String, String> named(Map<String, String> auth) {
        return Map.of(auth.getOrDefault("name", "Authorization"), auth.getOrDefault("value", ""));
    }

    private static Access denied(URI url, String detail) {
        return new Denied(new Failure(url, Stage.DISCOVER, Reason.FORBIDDEN, detail));
    }

    /** Client credentials (RFC 6749 section 4.4). */
    private static Access token(URI url, Map<String, String> auth, Fetcher fetcher) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", auth.getOrDefault("clientId", ""));
        form.put("client_secret", auth.getOrDefault("clientSecret", ""));
        Optional.ofNullable(auth.get("scope")).ifPresent(scope -> form.put("scope", scope));
        URI tokens = URI.create(auth.getOrDefault("tokenUrl", url.toString()));
        return switch (fetcher.post(tokens, form)) {
            case Fetched.Fresh fresh -> bearer(url, fresh);
            case Fetched.NotModified(var _, var _) -> denied(tokens, "no token was given");
            case Fetched.Gone(Failure failure) -> new Denied(failure);
            case Fetched.Refused(Failure failure) -> new Denied(failure);
            case Fetched.Failed(Failure failure) -> new Denied(failure);
        };
    }

    private static Access bearer(URI url, Fetched.Fresh fresh) {
        try {
            String token = Answer.JSON
                    .readTree(new String(fresh.body().bytes(), StandardCharsets.UTF_8))
                    .path("access_token")
                    .asString("");
            return token.isEmpty()
                    ? denied(fresh.url(), "the answer has no access_token")
                    : new Granted(new Credentials(url, Map.of("Authorization", "Bearer " + token), Map.of()));
        } catch (JacksonException e) {
            return denied(fresh.url(), "the answer is no JSON: " + e.getOriginalMessage());
        }
    }
}
