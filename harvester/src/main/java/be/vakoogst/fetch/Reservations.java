package be.vakoogst.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code /.well-known/tdmrep.json} of each host reserves (TDM Reservation Protocol, W3C Community Group, section 6.1); none where it cannot be had or read. */
final class Reservations {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int MOST_HOSTS = 10_000;
    private static final int MOST_RULES = 1000;
    private static final int MOST_BYTES = 500 * 1024;

    /** With a few stars only: each of them multiplies the work of matching. */
    private static final Pattern LOCATION = Pattern.compile("(?:[^*]{0,500}\\*){0,4}[^*]{0,500}(?<=.)");

    private final Map<String, Rules> hosts = new ConcurrentHashMap<>();
    private final Function<URI, Answer> get;
    private final InstantSource clock;

    /** @param get asks for a file of a host, redirects followed */
    Reservations(Function<URI, Answer> get, InstantSource clock) {
        this.get = get;
        this.clock = clock;
    }

    private record Rules(List<Rule> rules, Instant until) {}

    private record Rule(Pattern location, boolean reserved, Optional<String> policy) {}

    /** @param policy where its host says who may mine all the same */
    record Reservation(Optional<String> policy) {}

    /** Whether text and data mining of it is reserved: by the first rule whose location matches. */
    Optional<Reservation> of(URI url) {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return rules(url).rules().stream()
                .filter(rule -> rule.location().matcher(path).find())
                .findFirst()
                .filter(Rule::reserved)
                .map(rule -> new Reservation(rule.policy()));
    }

    private Rules rules(URI url) {
        String host = url.getScheme() + "://" + url.getRawAuthority();
        Instant now = clock.instant();
        if (hosts.size() > MOST_HOSTS) {
            hosts.values().removeIf(old -> old.until().isBefore(now));
        }
        return hosts.compute(host, (key, old) -> old != null && now.isBefore(old.until()) ? old : ask(host, now));
    }

    private Rules ask(String host, Instant now) {
        return get.apply(URI.create(host + "/.well-known/tdmrep.json")) instanceof Answer.Status answer
                        && answer.code() == 200
                        && answer.body().size() <= MOST_BYTES
                ? new Rules(read(answer.body().bytes()), now.plus(KEPT))
                : new Rules(List.of(), now.plus(KEPT));
    }

    private static List<Rule> read(byte[] json) {
        List<Rule> rules = new ArrayList<>();
        try {
            for (JsonNode rule : JsonMapper.shared().readTree(json)) {
                String location = rule.path("location").asString("");
                if (LOCATION.matcher(location).matches() && rules.size() < MOST_RULES) {
                    rules.add(new Rule(
                            pattern(location),
                            rule.path("tdm-reservation").asInt(0) == 1,
                            Optional.of(rule.path("tdm-policy").asString("")).filter(policy -> !policy.isBlank())));
                }
            }
        } catch (JacksonException e) {
            return List.of();
        }
        return rules;
    }

    /** {@code *} stands for anything, {@code $} for the end, as in robots.txt (RFC 9309 section 2.2.3). */
    private static Pattern pattern(String location) {
        StringBuilder pattern = new StringBuilder("^");
        for (String literal : location.split("(?=[*$])|(?<=[*$])")) {
            pattern.append(
                    switch (literal) {
                        case "*" -> ".*";
                        case "$" -> "$";
                        default -> Pattern.quote(literal);
                    });
        }
        return Pattern.compile(pattern.toString());
    }
}
