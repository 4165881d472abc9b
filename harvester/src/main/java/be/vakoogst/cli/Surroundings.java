package be.vakoogst.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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
        String port = environment.getOrDefault("VAKOOGST_PORT", "8080");
        try {
            return Integer.parseInt(port);
        } catch (NumberFormatException e) {
            throw new CommandFailed("VAKOOGST_PORT is '" + port + "' and must be a port, 1 to 65535");
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
