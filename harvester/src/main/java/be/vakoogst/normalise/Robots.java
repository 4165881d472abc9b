package be.vakoogst.normalise;

import be.vakoogst.extract.Field;
import java.util.regex.Pattern;

/** What pages say to robots about being indexed. */
final class Robots {

    private static final Pattern NO_INDEX = Pattern.compile("(?i)\\b(noindex|none)\\b");

    private Robots() {}

    static boolean forbid(Claims claims) {
        return claims.about(Field.ROBOTS)
                .flatMap(statement -> PlainText.line(statement.value()).stream())
                .anyMatch(text -> NO_INDEX.matcher(text).find());
    }
}
