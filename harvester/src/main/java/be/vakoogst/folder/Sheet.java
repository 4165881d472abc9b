package be.vakoogst.folder;

import be.vakoogst.extract.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The sheet that describes documents: a row each, its columns named in Dutch, French or English.
 *
 * @param fault where it cannot be read on; the rows before that count
 * @param odd what was passed over, in a sentence each, such as a column whose name says nothing to us
 */
record Sheet(List<Row> rows, Optional<String> fault, List<String> odd) {

    static final Sheet NONE = new Sheet(List.of(), Optional.empty(), List.of());

    private static final List<String> FILE = List.of("file", "bestand", "bestandsnaam", "fichier", "filename");
    static final String ADDRESS = "url";

    private static final List<String> URL = List.of(ADDRESS, "link", "adres", "lien");

    /** What a column's name means. */
    private static final Map<String, Field> COLUMNS = columns();

    /**
     * One document.
     *
     * @param number among the rows of the sheet, from 1; 0 for a document that no row names
     * @param place where people find it, such as {@code row 3}
     * @param file relative to the folder; empty where only a URL is given
     * @param values by field; those of lists separated by {@code ;} or {@code |}
     * @param odd cells that could not be read, in a sentence each
     */
    record Row(
            int number,
            String place,
            Optional<String> file,
            Optional<String> url,
            Map<Field, List<String>> values,
            List<String> odd) {

        static Row unnamed(String file) {
            return new Row(0, "file", Optional.of(file), Optional.empty(), Map.of(), List.of());
        }
    }

    /** A row before its columns are understood: what stands in it, by the column's name. */
    record Line(String place, Map<String, String> cells, List<String> odd) {}

    private static Map<String, Field> columns() {
        Map<String, Field> columns = new LinkedHashMap<>();
        for (Field field : Field.values()) {
            columns.put(field.code(), field);
        }
        columns.putAll(Map.of("titel", Field.TITLE, "titre", Field.TITLE, "omschrijving", Field.DESCRIPTION));
        columns.putAll(Map.of("beschrijving", Field.DESCRIPTION, "taal", Field.LANGUAGE, "langue", Field.LANGUAGE));
        columns.putAll(Map.of("auteur", Field.CREATOR, "author", Field.CREATOR, "creators", Field.CREATOR));
        columns.putAll(Map.of("licentie", Field.LICENCE, "license", Field.LICENCE, "keywords", Field.KEYWORD));
        columns.putAll(Map.of("trefwoorden", Field.KEYWORD, "mots-clés", Field.KEYWORD, "datum", Field.PUBLISHED));
        columns.putAll(Map.of("date", Field.PUBLISHED, "doelgroep", Field.AUDIENCE, "vak", Field.CATEGORY));
        columns.putAll(Map.of("subject", Field.CATEGORY, "niveau", Field.LEVEL, "uitgever", Field.PUBLISHER));
        columns.putAll(Map.of("afbeelding", Field.IMAGE, "duur", Field.DURATION, "soort", Field.TYPE));
        columns.putAll(Map.of("durée", Field.DURATION, "public", Field.AUDIENCE, "licence", Field.LICENCE));
        columns.putAll(Map.of("éditeur", Field.PUBLISHER, "type de ressource", Field.TYPE, "beroep", Field.TRADE));
        return columns;
    }

    /** @param fault why the rows are not all */
    static Sheet of(List<Line> lines, Optional<String> fault) {
        List<Row> rows = new ArrayList<>();
        TreeSet<String> unknown = new TreeSet<>();
        for (Line line : lines) {
            Map<String, String> lower = new LinkedHashMap<>();
            line.cells().forEach((name, value) -> lower.put(form(name), value));
            lower.keySet().stream().filter(name -> !isKnown(name)).forEach(unknown::add);
            rows.add(row(rows.size() + 1, line, lower));
        }
        return new Sheet(
                rows,
                fault,
                unknown.stream()
                        .map(column -> "the column '" + column + "' says nothing to us")
                        .toList());
    }

    /** The same with more that was passed over. */
    Sheet with(List<String> more) {
        return new Sheet(rows, fault, Stream.concat(odd.stream(), more.stream()).toList());
    }

    private static String form(String column) {
        return column.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether a row of these cells is the one that names the columns: without a file or an address no row means anything. */
    static boolean isHeader(Collection<String> cells) {
        return cells.stream().map(Sheet::form).anyMatch(name -> FILE.contains(name) || URL.contains(name));
    }

    static boolean namesTitle(Collection<String> cells) {
        return cells.stream().map(Sheet::form).anyMatch(name -> COLUMNS.get(name) == Field.TITLE);
    }

    /** Whether words in a column stand for where they lead, and not for themselves. */
    static boolean holdsAddress(String column) {
        String name = form(column);
        Field field = COLUMNS.get(name);
        return URL.contains(name) || field == Field.IMAGE || field == Field.MEDIA;
    }

    static boolean saysWhere(Map<String, String> cells) {
        return cells.entrySet().stream()
                .filter(cell -> FILE.contains(form(cell.getKey())) || URL.contains(form(cell.getKey())))
                .anyMatch(cell -> !cell.getValue().isBlank());
    }

    private static boolean isKnown(String column) {
        return column.isEmpty() || COLUMNS.containsKey(column) || FILE.contains(column) || URL.contains(column);
    }

    private static Row row(int number, Line line, Map<String, String> cells) {
        Map<Field, List<String>> values = new LinkedHashMap<>();
        cells.forEach((name, value) -> Optional.ofNullable(COLUMNS.get(name))
                .filter(field -> !value.isBlank() && field != Field.URL)
                .ifPresent(field -> values.put(field, split(field, value))));
        return new Row(number, line.place(), first(cells, FILE), first(cells, URL), values, line.odd());
    }

    private static List<String> split(Field field, String value) {
        return switch (field) {
            case KEYWORD, CATEGORY, AUDIENCE, LEVEL, CREATOR, TYPE, LANGUAGE, TRADE ->
                List.of(value.strip().split("\\s*[;|]\\s*"));
            default -> List.of(value);
        };
    }

    private static Optional<String> first(Map<String, String> cells, List<String> names) {
        return names.stream()
                .map(name -> cells.getOrDefault(name, "").strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
