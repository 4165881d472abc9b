package be.vakoogst.usage;

import java.util.Locale;
import java.util.regex.Pattern;

/** A query as it may be kept. */
final class Query {

    private static final int LONGEST = 100;

    /** Addresses of mail, and numbers as long as those of telephones, accounts and persons. */
    private static final Pattern PERSONAL = Pattern.compile("@|(?:\\d[ ./-]?){7,}");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Query() {}

    /** In lower case, with single spaces; empty when it may say who somebody is, or is no query but a text. */
    static String of(String words) {
        String query = SPACES.matcher(words).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        return query.length() > LONGEST || PERSONAL.matcher(query).find() ? "" : query;
    }
}
