package be.vakoogst.normalise;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.Statement;
import be.vakoogst.extract.Syntax;
import be.vakoogst.resource.Reservation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What pages say to robots about being indexed. */
final class Robots {

    private static final Pattern NO_INDEX = Pattern.compile("(?i)\\b(noindex|none)\\b");

    private static final Pattern RESERVED = Pattern.compile("(?i)\\btdm-reservation\\s*:\\s*1\\b");

    private static final Pattern NO_AI = Pattern.compile("\\bno(image)?ai\\b");

    /** An absolute address, in letters that every URI may have. */
    private static final Pattern POLICY =
            Pattern.compile("(?i)tdm-policy\\s*:\\s*(https?://[\\w.~-]+(?::\\d{1,5})?(?:/[\\w.~!$&'()*+,;=:@/-]*)?)");

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

    /** What the publisher keeps to itself. */
    static List<Reservation> reservations(Claims claims) {
        List<Reservation> reservations = new ArrayList<>();
        if (reserveText(claims)) {
            reservations.add(new Reservation(Reservation.Kind.TDM, policy(claims)));
        }
        if (claims.about(Field.ROBOTS).stream()
                .anyMatch(statement -> NO_AI.matcher(text(statement)).find())) {
            reservations.add(new Reservation(Reservation.Kind.AI, Optional.empty()));
        }
        return reservations;
    }

    private static Optional<URI> policy(Claims claims) {
        return claims.about(Field.ROBOTS).stream()
                .flatMap(statement -> PlainText.line(statement.value()).stream())
                .map(POLICY::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .map(URI::create);
    }

    private static String text(Statement statement) {
        return PlainText.line(statement.value()).orElse("").toLowerCase(Locale.ROOT);
    }

    static boolean forbid(Claims claims) {
        return claims.about(Field.ROBOTS).stream()
                .flatMap(statement -> PlainText.line(statement.value()).stream())
                .anyMatch(text ->
                        !text.startsWith("tdm-") && NO_INDEX.matcher(text).find());
    }
}
