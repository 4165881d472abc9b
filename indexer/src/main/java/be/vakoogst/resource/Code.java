package be.vakoogst.resource;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** An enum whose constants are written in lower case with hyphens wherever they leave the program (JSON, YAML, SQL). */
public interface Code {

    String name();

    @JsonValue
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
