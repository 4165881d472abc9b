package be.vakoogst.facts;

import java.util.Arrays;
import java.util.Optional;

/** In what records differ. The code is the word in JSON, SQL and addresses; where searches have it too, it is the same. */
public enum Dimension {
    TRADE("trade"),
    TYPE("type"),
    /** Wider audiences are in as well: what is for BuSO OV3 is for BuSO. */
    AUDIENCE("audience"),
    LEVEL("level"),
    FINALITY("finality"),
    LANGUAGE("language"),
    LICENCE("licence"),
    READING_LEVEL("readingLevel"),
    /** Of its last change as the publisher says, else of its publication. */
    YEAR("year"),
    SOURCE("source"),
    /** A school subject that its words name: where it would be filed, and found, by subject. */
    SUBJECT("subject"),
    /** A studierichting that its words name. */
    PROGRAMME("programme"),
    DESCRIPTION("description"),
    IMAGE("image"),
    CREATOR("creator"),
    /** Whether it rests on its own page or on a list alone. */
    BASIS("basis"),
    /** Whether other records are the same work. */
    WORK("work");

    private final String code;

    Dimension(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Dimension> named(String code) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.code.equals(code))
                .findFirst();
    }
}
