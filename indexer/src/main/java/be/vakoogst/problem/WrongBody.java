package be.vakoogst.problem;

import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Where a body of JSON breaks, or which member of it is not what it has to be: in words of whoever wrote it, not in those of our code. */
public final class WrongBody {

    private static final String BODY = "body";

    /** What the parser says it wanted, up to where it tells of itself. */
    private static final Pattern EXPECTED =
            Pattern.compile("\\b(?:was expecting|expected) (?:either )?(\\([^()]*\\)|[^(\\n]+)");

    private WrongBody() {}

    /** @param cause empty where nothing came at all */
    static WrongParameter of(Optional<JacksonException> cause) {
        return cause.map(WrongBody::of)
                .orElseGet(() -> new WrongParameter(BODY, "is missing: it has to be JSON, sent as application/json"));
    }

    /** Names the member, such as {@code records[2].url}, or else {@code body}. What refused a member by itself knows best. */
    public static WrongParameter of(JacksonException cause) {
        return cause.getCause() instanceof WrongParameter told ? told : told(cause);
    }

    private static WrongParameter told(JacksonException cause) {
        return switch (cause) {
            case StreamConstraintsException _ ->
                new WrongParameter(BODY, "is nested too deep, or too long in one of its values" + place(cause));
            case StreamReadException broken ->
                new WrongParameter(BODY, "is no JSON: it breaks" + place(broken) + wanted(broken));
            case MismatchedInputException other
            when other.getTargetType() != null ->
                new WrongParameter(
                        member(other), "has to be " + expected(other.getTargetType()) + alone(other) + place(other));
            default -> new WrongParameter(member(cause), "is nothing that can be used here" + place(cause));
        };
    }

    /** What is behind the end of a body is a fault of the whole. */
    private static String alone(JacksonException cause) {
        return cause.getPath().isEmpty() ? " with nothing behind it" : "";
    }

    private static String place(JacksonException cause) {
        return cause.getLocation() == null || cause.getLocation().getLineNr() < 1
                ? ""
                : " at line %d, column %d"
                        .formatted(
                                cause.getLocation().getLineNr(),
                                cause.getLocation().getColumnNr());
    }

    private static String wanted(JacksonException cause) {
        Matcher expected = EXPECTED.matcher(cause.getOriginalMessage());
        return expected.find()
                ? ", where this was expected: " + expected.group(1).strip()
                : "";
    }

    private static String member(JacksonException cause) {
        String path = cause.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
        return path.isEmpty() ? BODY : path;
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + constants(type);
        }
        if (type == String.class || type == Character.class) {
            return "a text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (List.of(Integer.class, int.class, Long.class, long.class).contains(type)) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        return expectedOfMany(type);
    }

    private static String expectedOfMany(Class<?> type) {
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "a date or time (ISO 8601)";
        }
        return TemporalAmount.class.isAssignableFrom(type) ? "a duration (ISO 8601)" : "an object";
    }

    private static String constants(Class<?> type) {
        @Nullable Object[] constants = type.getEnumConstants();
        return Arrays.stream(constants == null ? new Object[0] : constants)
                .map(constant ->
                        String.valueOf(constant).toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }
}
