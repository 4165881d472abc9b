package be.vakoogst.folder;

import be.vakoogst.extract.Field;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sheet that describes documents: a row each, its columns named in Dutch, French or English. */
record Sheet(List<Row> rows) {

    static final Sheet NONE = new Sheet(List.of());

    /** What a column's name means. */
    private static final Map<String, Field> COLUMNS = columns();

    /**
     * One document.
     *
     * @param number of the row, from 1
     * @param file relative to the folder; empty where only a URL is given
     * @param values by field; those of lists separated by {@code ;} or {@code |}
     */
    record Row(int number, Optional<String> file, Optional<String> url, Map<Field, List<String>> values) {}

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
        return columns;
    }

    /** @throws IOException naming the line where it cannot be read */
    static Sheet csv(String text) throws IOException {
        String header = text.lines().findFirst().orElse("");
        char separator = header.chars().filter(c -> c == ';').count()
                        > header.chars().filter(c -> c == ',').count()
                ? ';'
                : ',';
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord record : parser) {
                rows.add(row((int) record.getRecordNumber(), record.toMap()));
            }
        } catch (IllegalArgumentException | java.io.UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
        return new Sheet(rows);
    }

    /** @throws tools.jackson.core.JacksonException where it is no JSON */
    static Sheet json(String text) throws IOException {
        JsonNode root = JsonMapper.shared().readTree(text);
        JsonNode list = root.isArray() ? root : root.path("items");
        if (!list.isArray()) {
            throw new IOException("neither a list nor an object with 'items'");
        }
        List<Row> rows = new ArrayList<>();
        for (JsonNode entry : list.values()) {
            Map<String, String> cells = new LinkedHashMap<>();
            entry.properties().forEach(member -> cells.put(member.getKey(), cell(member.getValue())));
            rows.add(row(rows.size() + 1, cells));
        }
        return new Sheet(rows);
    }

    private static String cell(JsonNode value) {
        return value.isArray()
                ? String.join(
                        "|", value.values().stream().map(JsonNode::asString).toList())
                : value.asString("");
    }

    private static Row row(int number, Map<String, String> cells) {
        Map<Field, List<String>> values = new LinkedHashMap<>();
        Map<String, String> lower = new LinkedHashMap<>();
        cells.forEach((name, value) -> lower.put(name.strip().toLowerCase(Locale.ROOT), value == null ? "" : value));
        lower.forEach((name, value) -> Optional.ofNullable(COLUMNS.get(name))
                .filter(field -> !value.isBlank())
                .ifPresent(field -> values.put(field, split(field, value))));
        return new Row(
                number, first(lower, "file", "bestand", "fichier", "filename"), first(lower, "url", "link"), values);
    }

    private static List<String> split(Field field, String value) {
        return switch (field) {
            case KEYWORD, CATEGORY, AUDIENCE, LEVEL, CREATOR, TYPE, LANGUAGE -> List.of(value.split("\\s*[;|]\\s*"));
            default -> List.of(value);
        };
    }

    private static Optional<String> first(Map<String, String> cells, String... names) {
        for (String name : names) {
            String value = cells.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
