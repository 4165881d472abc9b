package be.vakoogst.search;

import be.vakoogst.problem.WrongParameter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A checked search.
 *
 * @param filters by facet; the values of one facet are alternatives, different facets must all hold
 * @param grouped whether the best few per trade are wanted
 */
record SearchQuery(
        String words,
        Map<String, List<String>> filters,
        Optional<LocalDate> since,
        Sort sort,
        int from,
        int size,
        boolean grouped) {

    static final List<String> FACETS = List.of("trade", "type", "audience", "level", "language", "licence", "source");

    private static final Set<String> OTHERS = Set.of("q", "since", "sort", "from", "size", "group", "lang");
    private static final int LONGEST = 1000;
    private static final int MOST = 100;
    /** The engine gives no hit beyond it (index.max_result_window). */
    static final int WINDOW = 10_000;

    enum Sort {
        RELEVANCE,
        NEWEST,
        TITLE
    }

    /** @throws WrongParameter naming the first one that is wrong */
    static SearchQuery of(Map<String, String[]> parameters) {
        parameters.keySet().stream()
                .filter(name -> !FACETS.contains(name) && !OTHERS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new WrongParameter(
                            name,
                            "is no parameter; there are " + String.join(", ", FACETS)
                                    + ", q, since, sort, from, size and group");
                });
        int from = number(parameters, "from", 0, 0, WINDOW);
        int size = number(parameters, "size", 20, 0, MOST);
        if (from + size > WINDOW) {
            throw new WrongParameter("from", "and size together reach past " + WINDOW);
        }
        return new SearchQuery(
                words(parameters),
                filters(parameters),
                since(parameters),
                sort(parameters),
                from,
                size,
                grouped(parameters));
    }

    private static String words(Map<String, String[]> parameters) {
        return typed(one(parameters, "q").orElse(""), LONGEST);
    }

    /**
     * What somebody typed, as plain text.
     *
     * @throws WrongParameter when it is longer than that many characters
     */
    static String typed(String q, int longest) {
        String words = q.replaceAll("\\p{Cntrl}", " ").strip();
        if (words.length() > longest) {
            throw new WrongParameter("q", "has " + words.length() + " characters and may have " + longest);
        }
        return words;
    }

    private static Map<String, List<String>> filters(Map<String, String[]> parameters) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        for (String facet : FACETS) {
            List<String> values = new ArrayList<>();
            for (String value : parameters.getOrDefault(facet, new String[0])) {
                Arrays.stream(value.split(","))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .limit(MOST)
                        .forEach(values::add);
            }
            if (!values.isEmpty()) {
                filters.put(facet, List.copyOf(values));
            }
        }
        return filters;
    }

    private static Optional<LocalDate> since(Map<String, String[]> parameters) {
        return one(parameters, "since").map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new WrongParameter("since", "is '" + text + "' and must be a date such as 2026-01-31");
            }
        });
    }

    private static Sort sort(Map<String, String[]> parameters) {
        return one(parameters, "sort")
                .map(text -> Arrays.stream(Sort.values())
                        .filter(sort -> sort.name().equalsIgnoreCase(text))
                        .findFirst()
                        .orElseThrow(() ->
                                new WrongParameter("sort", "is '" + text + "' and must be relevance, newest or title")))
                .orElse(Sort.RELEVANCE);
    }

    private static boolean grouped(Map<String, String[]> parameters) {
        return one(parameters, "group")
                .map(text -> {
                    if (!text.equals("trade")) {
                        throw new WrongParameter("group", "is '" + text + "' and must be trade");
                    }
                    return true;
                })
                .orElse(false);
    }

    private static int number(Map<String, String[]> parameters, String name, int otherwise, int least, int most) {
        return one(parameters, name)
                .map(text -> {
                    if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
                        throw new WrongParameter(
                                name, "is '" + text + "' and must be a number from " + least + " to " + most);
                    }
                    return Integer.parseInt(text);
                })
                .orElse(otherwise);
    }

    private static Optional<String> one(Map<String, String[]> parameters, String name) {
        return Arrays.stream(parameters.getOrDefault(name, new String[0]))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
