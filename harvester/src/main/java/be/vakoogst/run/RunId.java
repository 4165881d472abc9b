package be.vakoogst.run;

import com.fasterxml.jackson.annotation.JsonValue;

/** The number of a run. */
public record RunId(@JsonValue long value) {

    /** Under which the catalogue keeps what it changed. */
    public String cause() {
        return "run " + value;
    }
}
