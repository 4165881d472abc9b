package be.vakoogst.normalise;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.Statement;
import be.vakoogst.extract.Syntax;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What pages say to robots about being indexed. */
final class Robots {

    private static final Pattern NO_INDEX = Pattern.compile("(?i)\\b(noindex|none)\\b");

    private static final Pattern RESERVED = Pattern.compile("(?i)\\btdm-reservation\\s*:\\s*1\\b");

    private Robots() {}

    /**
     * Text and data mining is reserved (TDM Reservation Protocol): the text is not kept, what describes the work is. What the page itself says holds
     * against what its headers and its host say.
     */
    static boolean reserveText(Claims claims) {
        List<Statement> said = claims.about(Field.ROBOTS).stream()
                .filter(statement -> text(statement).contains("tdm-reservation"))
                .toList();
        return said.stream()
                .filter(statement -> statement.syntax() == Syntax.HTML)
                .findFirst()
                .or(() -> said.stream().findFirst())
                .filter(statement -> RESERVED.matcher(text(statement)).find())
                .isPresent();
    }

    private static String text(Statement statement) {
        return PlainText.line(statement.value()).orElse("").toLowerCase(Locale.ROOT);
    }

    static boolean forbid(Claims claims) {
        return claims.about(Field.ROBOTS).stream()
                .flatMap(statement -> PlainText.line(statement.value()).stream())
                .anyMatch(text -> NO_INDEX.matcher(text).find());
    }
}
