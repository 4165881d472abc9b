package be.vakoogst.folder;

import be.vakoogst.extract.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The sheet that describes documents: a row each, its columns named in Dutch, French or English.
 *
 * @param fault where it cannot be read on; the rows before that count
 * @param unknown columns whose name says nothing to us
 */
record Sheet(List<Row> rows, Optional<String> fault, List<String> unknown) {

    static final Sheet NONE = new Sheet(List.of(), Optional.empty(), List.of());

    private static final List<String> FILE = List.of("file", "bestand", "bestandsnaam", "fichier", "filename");
    private static final List<String> URL = List.of("url", "link", "adres", "lien");

    /** What a column's name means. */
    private static final Map<String, Field> COLUMNS = columns();

    /**
     * One document.
     *
     * @param number of the row, from 1; 0 for a document that no row names
     * @param file relative to the folder; empty where only a URL is given
     * @param values by field; those of lists separated by {@code ;} or {@code |}
     */
    record Row(int number, Optional<String> file, Optional<String> url, Map<Field, List<String>> values) {

        static Row unnamed(String file) {
            return new Row(0, Optional.of(file), Optional.empty(), Map.of());
        }
    }

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
    static Sheet of(List<Map<String, String>> cells, Optional<String> fault) {
        List<Row> rows = new java.util.ArrayList<>();
        TreeSet<String> unknown = new TreeSet<>();
        for (Map<String, String> row : cells) {
            Map<String, String> lower = new LinkedHashMap<>();
            row.forEach((name, value) -> lower.put(name.strip().toLowerCase(Locale.ROOT), value));
            lower.keySet().stream().filter(name -> !isKnown(name)).forEach(unknown::add);
            rows.add(row(rows.size() + 1, lower));
        }
        return new Sheet(rows, fault, List.copyOf(unknown));
    }

    private static boolean isKnown(String column) {
        return column.isEmpty() || COLUMNS.containsKey(column) || FILE.contains(column) || URL.contains(column);
    }

    private static Row row(int number, Map<String, String> cells) {
        Map<Field, List<String>> values = new LinkedHashMap<>();
        cells.forEach((name, value) -> Optional.ofNullable(COLUMNS.get(name))
                .filter(field -> !value.isBlank() && field != Field.URL)
                .ifPresent(field -> values.put(field, split(field, value))));
        return new Row(number, first(cells, FILE), first(cells, URL), values);
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
