package be.vakoogst.search;

import be.vakoogst.language.Language;
import be.vakoogst.language.Reading;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.resource.ResourceJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What editors want of some queries: records put first, preferred or left out. From {@code search-rules.yml}, read at the start, and from what was set
 * through the API, which holds on every node within seconds. A rule is for a query whatever its case, inflection and accents.
 */
class Rules {

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final int MOST_WORDS = 24;

    private final Language language;
    private final JdbcClient database;
    private final InstantSource clock;
    private final List<Rule> configured;
    private volatile Known known = new Known(Map.of(), Instant.EPOCH);

    Rules(Path file, Language language, JdbcClient database, InstantSource clock) {
        this.language = language;
        this.database = database;
        this.clock = clock;
        this.configured = read(file);
    }

    /**
     * What holds for a query.
     *
     * @param pin ids of resources that come first, in this order, whether they have the words or not
     * @param hide ids of resources that do not come at all
     */
    record Rule(String query, List<String> pin, List<Boost> boost, List<String> hide) {

        private static final int MOST = 100;
        static final Rule NONE = new Rule("-", List.of(), List.of(), List.of());

        Rule {
            if (query == null || query.isBlank() || query.length() > 200) {
                throw new WrongParameter("query", "must have 1 to 200 characters");
            }
            pin = ids("pin", pin);
            hide = ids("hide", hide);
            boost = boost == null ? List.of() : List.copyOf(boost);
            if (boost.size() > MOST) {
                throw new WrongParameter("boost", "may hold " + MOST + " at most");
            }
        }

        private static List<String> ids(String name, List<String> ids) {
            List<String> given = ids == null ? List.of() : List.copyOf(ids);
            if (given.size() > MOST || given.stream().anyMatch(id -> !id.matches("[0-9a-f]{32}"))) {
                throw new WrongParameter(
                        name, "must hold ids of resources, 32 hexadecimal digits each, " + MOST + " at most");
            }
            return given;
        }

        private Rule and(Rule other) {
            return new Rule(query, joined(pin, other.pin), joined(boost, other.boost), joined(hide, other.hide));
        }

        private static <T> List<T> joined(List<T> one, List<T> other) {
            return Stream.concat(one.stream(), other.stream())
                    .distinct()
                    .limit(MOST)
                    .toList();
        }
    }

    /** @param by the factor for what has this value, from 1 to 10 */
    record Boost(String facet, String value, double by) {

        Boost {
            if (facet == null || Facet.named(facet).isEmpty()) {
                throw new WrongParameter("boost.facet", "is '" + facet + "' and must be one of " + Facet.names());
            }
            if (value == null || value.isBlank()) {
                throw new WrongParameter("boost.value", "is missing");
            }
            if (!(by >= 1 && by <= 10)) {
                throw new WrongParameter("boost.by", "is " + by + " and must be a factor from 1 to 10");
            }
        }
    }

    private record Known(Map<String, Rule> rules, Instant read) {}

    private static List<Rule> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            List<Rule> rules = YAMLMapper.shared().readValue(file.toFile(), new TypeReference<List<Rule>>() {});
            return rules == null ? List.of() : rules;
        } catch (JacksonException e) {
            String line = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
            throw new IllegalStateException(file + line + ": " + e.getOriginalMessage(), e);
        }
    }

    Rule of(String words) {
        return current().getOrDefault(key(words), Rule.NONE);
    }

    /** All that hold, those of the file too. */
    List<Rule> all() {
        known = new Known(Map.of(), Instant.EPOCH);
        return List.copyOf(current().values());
    }

    /** @return what was set for the same query before */
    Optional<Rule> set(Rule rule) {
        Optional<Rule> before = stored(rule.query());
        database.sql("""
                        insert into search_rule (query_key, rule, changed) values (:key, :rule::jsonb, :now)
                        on conflict (query_key) do update set rule = excluded.rule, changed = excluded.changed
                        """)
                .param("key", key(rule.query()))
                .param("rule", ResourceJson.complete().writeValueAsString(rule))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        known = new Known(Map.of(), Instant.EPOCH);
        return before;
    }

    /** @return what was set; those of the file stay */
    Optional<Rule> remove(String query) {
        Optional<Rule> before = stored(query);
        database.sql("delete from search_rule where query_key = :key")
                .param("key", key(query))
                .update();
        known = new Known(Map.of(), Instant.EPOCH);
        return before;
    }

    private Optional<Rule> stored(String query) {
        return database.sql("select rule from search_rule where query_key = :key")
                .param("key", key(query))
                .query(String.class)
                .optional()
                .map(json -> ResourceJson.mapper().readValue(json, Rule.class));
    }

    private String key(String words) {
        return language.read(words, MOST_WORDS).stream().map(Reading::stem).collect(Collectors.joining(" "));
    }

    private Map<String, Rule> current() {
        Known last = known;
        Instant now = clock.instant();
        if (now.isBefore(last.read().plus(FRESH))) {
            return last.rules();
        }
        List<Rule> all = new ArrayList<>(stored());
        all.addAll(configured);
        Map<String, Rule> rules =
                all.stream().collect(Collectors.toMap(rule -> key(rule.query()), rule -> rule, Rule::and));
        known = new Known(rules, now);
        return rules;
    }

    private List<Rule> stored() {
        return database.sql("select rule from search_rule order by changed").query(String.class).list().stream()
                .map(json -> ResourceJson.mapper().readValue(json, Rule.class))
                .toList();
    }
}
