package be.vakoogst.cli;

import be.vakoogst.role.Role;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.springframework.util.PropertyPlaceholderHelper;

/**
 * What a command finds around it.
 *
 * @param application the Spring Boot class of the whole application
 * @param environment the variables of the process, VAKOOGST_… among them
 */
record Surroundings(Class<?> application, Map<String, String> environment, PrintWriter out, PrintWriter err) {

    private static final PropertyPlaceholderHelper PLACEHOLDERS =
            new PropertyPlaceholderHelper("${", "}", ":", null, true);

    boolean terminal() {
        return environment.containsKey("VAKOOGST_TERMINAL");
    }

    Path config() {
        return Path.of(environment.getOrDefault("VAKOOGST_CONFIG", "config"));
    }

    Path vocabularies() {
        return config().resolve("vocabularies");
    }

    Path data() {
        return Path.of(environment.getOrDefault("VAKOOGST_DATA", "data"));
    }

    int port() {
        return port("VAKOOGST_PORT").orElse(8080);
    }

    /** Of the demo publishers. */
    Optional<Integer> demoPort() {
        return port("VAKOOGST_DEMO_PORT");
    }

    private Optional<Integer> port(String name) {
        return variable(name).map(port -> {
            require(name, port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= 65535, "a port, 1 to 65535");
            return Integer.parseInt(port);
        });
    }

    /**
     * What can be told from the variables alone, before anything is started.
     *
     * @throws CommandFailed naming the first wrong one, its value, and what is allowed
     */
    void requireSoundSettings() {
        require(
                "VAKOOGST_ROLES",
                Surroundings::areRoles,
                "some of harvest, index and search, with commas between them");
        require("VAKOOGST_DB_URL", url -> url.startsWith("jdbc:postgresql:"), "jdbc:postgresql://host[:port]/database");
        require(
                "VAKOOGST_SEARCH_URL",
                url -> url.matches("https?://[^\\s/]+(/\\S*)?"),
                "an address, http(s)://host[:port]");
        require(
                "VAKOOGST_LOG_FORMAT",
                format -> format.matches("text|ecs|gelf|logstash"),
                "text, ecs, gelf or logstash");
        require(
                "VAKOOGST_CONFIG",
                folder -> Files.isDirectory(Path.of(folder).resolve("vocabularies")),
                "a folder with vocabularies in it");
    }

    /** Of log lines that machines read; empty for lines that people read. */
    Optional<String> logFormat() {
        return variable("VAKOOGST_LOG_FORMAT").filter(format -> !format.equals("text"));
    }

    private static boolean areRoles(String text) {
        try {
            return !Role.read(Optional.of(text)).isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void require(String name, Predicate<String> sound, String allowed) {
        variable(name).ifPresent(value -> require(name, sound.test(value), allowed));
    }

    private void require(String name, boolean sound, String allowed) {
        if (!sound) {
            throw new CommandFailed("%s is '%s' and must be %s".formatted(name, environment.get(name), allowed));
        }
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** Fills in {@code ${NAME}} and {@code ${NAME:default}}. */
    UnaryOperator<String> placeholders() {
        return text -> PLACEHOLDERS.replacePlaceholders(text, name -> System.getProperty(name, environment.get(name)));
    }
}
