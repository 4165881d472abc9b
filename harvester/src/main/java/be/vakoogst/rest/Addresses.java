package be.vakoogst.rest;

import be.vakoogst.fetch.Reference;
import java.net.URI;
import java.util.regex.Pattern;

/** Which texts are addresses, and of what. */
final class Addresses {

    private static final Pattern PATH = Pattern.compile("[^\\s<>{}]*/[^\\s<>{}]*|\\?[^\\s<>{}]+");

    /** Where programs are answered and no people. */
    private static final Pattern OF_PROGRAMS =
            Pattern.compile("(?i)^https?://api\\.|/api(/|\\?|$)|/rest/|/wp-json/|\\.(json|xml)(\\?|$)");

    private Addresses() {}

    static boolean isOne(URI base, String text) {
        return PATH.matcher(text.strip()).matches()
                && Reference.resolve(base, text).isPresent();
    }

    static boolean isForPeople(URI base, String text) {
        return Reference.resolve(base, text)
                .filter(url -> !OF_PROGRAMS.matcher(url.toString()).find())
                .isPresent();
    }
}
