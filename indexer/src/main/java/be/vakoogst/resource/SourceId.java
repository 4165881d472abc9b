package be.vakoogst.resource;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The name of a source, also its file's name: lower-case letters, digits and hyphens, 1 to 64 characters. */
public record SourceId(@JsonValue String value) implements Comparable<SourceId> {

    public static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    @JsonCreator
    public SourceId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A source id has 1 to 64 lower-case letters, digits and hyphens, not: " + value);
        }
    }

    @Override
    public int compareTo(SourceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
