package be.vakoogst.document;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The lines of a text that state a licence in words that can mean nothing else: they stand at its beginning or its end. */
final class LicenceSentences {

    private static final int LOOKED_AT = 6000;
    private static final int MOST = 5;
    private static final int LONGEST = 300;
    private static final Pattern CREATIVE_COMMONS = Pattern.compile(
            "(?i)creativecommons\\.org/(licenses|publicdomain)/|\\bcc[ -](by|0|zero)\\b|creative commons|publiek domein|domaine public|public domain");
    private static final Pattern RESERVED = Pattern.compile(
            "(?i)alle rechten voorbehouden|tous droits réservés|all rights reserved|niets uit deze (uitgave|publicatie)|aucune partie de cette");

    private LicenceSentences() {}

    /** An open licence first, as a book may well say of its pictures that their rights are reserved. */
    static List<String> in(String text) {
        List<String> lines = edges(text)
                .lines()
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .toList();
        return Stream.of(CREATIVE_COMMONS, RESERVED)
                .flatMap(
                        kind -> lines.stream().filter(line -> kind.matcher(line).find()))
                .map(line -> line.substring(0, Math.min(LONGEST, line.length())))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static String edges(String text) {
        return text.length() <= 2 * LOOKED_AT
                ? text
                : text.substring(0, LOOKED_AT) + "\n" + text.substring(text.length() - LOOKED_AT);
    }
}
