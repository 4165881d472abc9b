package be.vakoogst.search;

import be.vakoogst.problem.WrongParameter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A checked search.
 *
 * @param filters by facet; the values of one facet are alternatives, different facets must all hold
 * @param facets to count
 * @param page which part of what is found
 * @param grouped whether the best few per trade are wanted
 * @param fields of a resource that are wanted; all where none is named
 * @param explain whether each hit is to say why it is there
 * @param passedOn whether only that is wanted which its source lets us hand on
 */
record SearchQuery(
        String words,
        Map<Facet, List<String>> filters,
        List<Facet> facets,
        Optional<LocalDate> since,
        Sort sort,
        Page page,
        boolean grouped,
        Set<String> fields,
        boolean explain,
        boolean passedOn) {

    private static final Set<String> OTHERS =
            Set.of("q", "since", "sort", "from", "size", "cursor", "group", "fields", "facets", "explain", "lang");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}]");
    private static final int LONGEST = 1000;
    private static final int LONGEST_VALUE = 256;
    private static final int MOST_VALUES = 50;
    private static final int MOST = 100;
    /** The engine gives no hit beyond it (index.max_result_window); a cursor does. */
    static final int WINDOW = 10_000;

    enum Sort {
        RELEVANCE,
        NEWEST,
        TITLE
    }

    /** @param after the place where an earlier page ended; then {@code from} is 0 */
    record Page(int from, int size, Optional<Cursor> after) {

        boolean isFirst() {
            return from == 0 && after.isEmpty();
        }
    }

    /** @throws WrongParameter naming the first one that is wrong */
    static SearchQuery of(Map<String, String[]> parameters) {
        checkNames(parameters.keySet());
        Sort sort = sort(parameters);
        return new SearchQuery(
                words(parameters),
                filters(parameters),
                facets(parameters),
                since(parameters),
                sort,
                page(parameters, sort),
                choice(parameters, "group", "trade"),
                fields(parameters),
                choice(parameters, "explain", "true"),
                false);
    }

    /** The same for programs of others, which get only what its source lets us hand on. */
    SearchQuery forOthers() {
        return new SearchQuery(words, filters, facets, since, sort, page, grouped, fields, explain, true);
    }

    private static void checkNames(Set<String> names) {
        names.stream()
                .filter(name -> Facet.named(name).isEmpty() && !OTHERS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new WrongParameter(
                            shortened(name),
                            "is no parameter; there are " + Facet.names() + ", "
                                    + String.join(", ", OTHERS.stream().sorted().toList()));
                });
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
        String words = UNSEEN.matcher(q).replaceAll(" ").strip();
        if (words.length() > longest) {
            throw new WrongParameter("q", "has " + words.length() + " characters and may have " + longest);
        }
        return words;
    }

    private static Map<Facet, List<String>> filters(Map<String, String[]> parameters) {
        Map<Facet, List<String>> filters = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.ALL) {
            List<String> values = values(parameters, facet.code())
                    .map(value -> checked(facet.code(), value))
                    .distinct()
                    .toList();
            if (values.size() > MOST_VALUES) {
                throw new WrongParameter(facet.code(), "has " + values.size() + " values and may have " + MOST_VALUES);
            }
            if (!values.isEmpty()) {
                filters.put(facet, values);
            }
        }
        return filters;
    }

    private static String checked(String name, String value) {
        if (value.length() > LONGEST_VALUE) {
            throw new WrongParameter(
                    name, "has a value of " + value.length() + " characters, and may have " + LONGEST_VALUE);
        }
        return value;
    }

    /** Repeated, or separated by commas. */
    private static Stream<String> values(Map<String, String[]> parameters, String name) {
        return Arrays.stream(parameters.getOrDefault(name, new String[0]))
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static List<Facet> facets(Map<String, String[]> parameters) {
        List<String> named = values(parameters, "facets").toList();
        if (named.isEmpty()) {
            return Facet.ALL;
        }
        List<Facet> facets = new ArrayList<>();
        for (String name : named) {
            if (!name.equals("none")) {
                facets.add(Facet.named(name)
                        .orElseThrow(() -> new WrongParameter(
                                "facets", "names '" + shortened(name) + "' and may name none, " + Facet.names())));
            }
        }
        return facets.stream().distinct().toList();
    }

    private static Set<String> fields(Map<String, String[]> parameters) {
        Set<String> fields = new LinkedHashSet<>();
        values(parameters, "fields").forEach(name -> {
            if (!Fields.KNOWN.contains(name)) {
                throw new WrongParameter(
                        "fields", "names '" + shortened(name) + "' and may name " + String.join(", ", Fields.KNOWN));
            }
            fields.add(name);
        });
        return fields;
    }

    private static Optional<LocalDate> since(Map<String, String[]> parameters) {
        return one(parameters, "since").map(text -> {
            try {
                LocalDate date = LocalDate.parse(text);
                if (date.getYear() < 1 || date.getYear() > 9999) {
                    throw new WrongParameter(
                            "since", "is '" + shortened(text) + "' and must lie between the years 1 and 9999");
                }
                return date;
            } catch (DateTimeParseException e) {
                throw new WrongParameter("since", "is '" + shortened(text) + "' and must be a date such as 2026-01-31");
            }
        });
    }

    private static Sort sort(Map<String, String[]> parameters) {
        return one(parameters, "sort")
                .map(text -> Arrays.stream(Sort.values())
                        .filter(sort -> sort.name().equalsIgnoreCase(text))
                        .findFirst()
                        .orElseThrow(() -> new WrongParameter(
                                "sort", "is '" + shortened(text) + "' and must be relevance, newest or title")))
                .orElse(Sort.RELEVANCE);
    }

    private static Page page(Map<String, String[]> parameters, Sort sort) {
        int from = number(parameters, "from", 0, 0, WINDOW);
        int size = number(parameters, "size", 20, 0, MOST);
        if (from + size > WINDOW) {
            throw new WrongParameter("from", "and size together reach past " + WINDOW + "; follow the cursor instead");
        }
        Optional<Cursor> after = one(parameters, "cursor").map(text -> Cursor.parse(text, sort));
        if (after.isPresent() && from > 0) {
            throw new WrongParameter("from", "and cursor exclude each other");
        }
        return new Page(from, size, after);
    }

    private static boolean choice(Map<String, String[]> parameters, String name, String only) {
        return one(parameters, name)
                .map(text -> {
                    if (!text.equals(only) && !text.equals("false")) {
                        throw new WrongParameter(name, "is '" + shortened(text) + "' and must be " + only);
                    }
                    return text.equals(only);
                })
                .orElse(false);
    }

    private static int number(Map<String, String[]> parameters, String name, int otherwise, int least, int most) {
        return one(parameters, name)
                .map(text -> {
                    if (!text.matches("[0-9]{1,9}")
                            || Integer.parseInt(text) < least
                            || Integer.parseInt(text) > most) {
                        throw new WrongParameter(
                                name,
                                "is '" + shortened(text) + "' and must be a number from " + least + " to " + most);
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

    /** What was sent, as far as an answer should repeat it. */
    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
