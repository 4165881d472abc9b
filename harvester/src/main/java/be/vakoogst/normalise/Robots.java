package be.vakoogst.normalise;

import be.vakoogst.extract.Field;
import java.util.regex.Pattern;

/** What pages say to robots about being indexed. */
final class Robots {

    private static final Pattern NO_INDEX = Pattern.compile("(?i)\\b(noindex|none)\\b");

    private static final Pattern RESERVED = Pattern.compile("(?i)\\btdm-reservation\\s*:\\s*1\\b");

    private Robots() {}

    /** Text and data mining is reserved (TDM Reservation Protocol): the text is not kept, what describes the work is. */
    static boolean reserveText(Claims claims) {
        return claims.about(Field.ROBOTS)
                .flatMap(statement -> PlainText.line(statement.value()).stream())
                .anyMatch(text -> RESERVED.matcher(text).find());
    }

    static boolean forbid(Claims claims) {
        return claims.about(Field.ROBOTS)
                .flatMap(statement -> PlainText.line(statement.value()).stream())
                .anyMatch(text -> NO_INDEX.matcher(text).find());
    }
}
