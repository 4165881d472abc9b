package be.vakoogst.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What searches can be narrowed by. The code is the parameter's name and the index's field. */
enum Facet {
    TRADE("trade"),
    STUDY("study"),
    TYPE("type"),
    AUDIENCE("audience"),
    LEVEL("level"),
    FINALITY("finality"),
    READING_LEVEL("readingLevel"),
    LANGUAGE("language"),
    REUSE("reuse"),
    LICENCE("licence"),
    DURATION("duration"),
    SOURCE("source"),
    YEAR("year");

    static final List<Facet> ALL = List.of(values());

    private final String code;

    Facet(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static Optional<Facet> named(String code) {
        return Arrays.stream(values()).filter(facet -> facet.code.equals(code)).findFirst();
    }

    static String names() {
        return String.join(", ", ALL.stream().map(Facet::code).toList());
    }
}
