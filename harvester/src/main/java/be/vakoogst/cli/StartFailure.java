package be.vakoogst.cli;

import be.vakoogst.embedded.EmbeddedException;
import be.vakoogst.trade.VocabularyException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.validation.FieldError;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** What a user can do about an application that did not start, in one line: which setting, its value, and what is allowed. */
final class StartFailure {

    private static final Map<String, String> EXAMPLES = Map.of(
            "Duration", "duration such as 500ms, 10s or 2h",
            "DataSize", "size such as 512KB or 10MB",
            "int", "whole number",
            "long", "whole number",
            "double", "number",
            "boolean", "true or false",
            "URI", "http(s) address");

    private StartFailure() {}

    /** Empty when it is our own fault. */
    static Optional<String> explain(Throwable failure) {
        List<Throwable> causes =
                Stream.iterate(failure, Objects::nonNull, StartFailure::within).toList();
        return causes.reversed().stream()
                .map(StartFailure::sentence)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Not what an embedded part ran into: its own sentence tells it, and no setting mends it. */
    private static @Nullable Throwable within(Throwable cause) {
        return cause instanceof EmbeddedException ? null : cause.getCause();
    }

    private static Optional<String> sentence(Throwable cause) {
        return switch (cause) {
            case BindValidationException invalid -> Optional.of(invalid(invalid));
            case BindException unreadable ->
                Optional.ofNullable(unreadable.getProperty()).map(property -> unreadable(property, unreadable));
            case MarkedYAMLException broken -> Optional.of("application.yml is no YAML: " + flat(broken));
            case SQLException refused ->
                Optional.of(
                        "The database refuses: %s. Look at VAKOOGST_DB_URL, VAKOOGST_DB_USER and VAKOOGST_DB_PASSWORD"
                                .formatted(flat(refused)));
            case EmbeddedException part -> Optional.ofNullable(part.getMessage());
            case VocabularyException wrong -> Optional.of(flat(wrong));
            case IllegalArgumentException ours when flat(ours).startsWith("vakoogst.") -> Optional.of(flat(ours));
            default -> Optional.empty();
        };
    }

    private static String invalid(BindValidationException invalid) {
        return invalid.getValidationErrors().getAllErrors().stream()
                .map(error -> error instanceof FieldError field
                        ? "%s.%s is '%s' and %s"
                                .formatted(
                                        invalid.getValidationErrors().getName(),
                                        field.getField(),
                                        field.getRejectedValue(),
                                        field.getDefaultMessage())
                        : String.valueOf(error.getDefaultMessage()))
                .collect(Collectors.joining("; "));
    }

    private static String unreadable(ConfigurationProperty property, BindException unreadable) {
        String type = unreadable.getTarget().getType().toClass().getSimpleName();
        String where = Optional.ofNullable(property.getOrigin())
                .map(origin -> " (" + origin + ")")
                .orElse("");
        return "%s is '%s'%s and must be a %s"
                .formatted(property.getName(), property.getValue(), where, EXAMPLES.getOrDefault(type, type));
    }

    private static String flat(Throwable cause) {
        return String.valueOf(cause.getMessage()).replaceAll("\\s*\\R\\s*", " ").replaceAll("\\.$", "");
    }
}
