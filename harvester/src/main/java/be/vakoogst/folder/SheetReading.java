package be.vakoogst.folder;

import be.vakoogst.fetch.Body;
import be.vakoogst.xml.XmlText;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the bytes of a sheet to its rows: CSV (RFC 4180) as spreadsheets write it, JSON, or a workbook. Never throws for what stands in it. */
final class SheetReading {

    private static final String SEPARATORS = ";,\t|";

    private SheetReading() {}

    static Sheet read(String name, Body body) {
        if (Workbook.isOne(body.start(Workbook.SIGNATURE))
                || name.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            return Workbook.read(body.file());
        }
        String text = XmlText.of(body.bytes(), Optional.empty());
        return name.toLowerCase(Locale.ROOT).endsWith(".json") ? json(text) : csv(text);
    }

    private static Sheet csv(String text) {
        boolean says = text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 4;
        char separator = says ? text.charAt(4) : separator(text);
        String table = says ? text.lines().skip(1).collect(Collectors.joining("\n")) : text;
        List<Sheet.Line> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(table), format(separator))) {
            for (CSVRecord record : parser) {
                rows.add(line(rows.size(), record.toMap()));
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            return Sheet.of(rows, Optional.of("breaks behind row " + rows.size() + ": " + e.getMessage()));
        }
        return Sheet.of(rows, Optional.empty());
    }

    private static Sheet.Line line(int before, Map<String, String> cells) {
        return new Sheet.Line("row " + (before + 1), cells, List.of());
    }

    private static CSVFormat format(char separator) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setHeader()
                .setSkipHeaderRecord(true)
                .setAllowMissingColumnNames(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
    }

    /** The one that the first line has most of, outside quotes. */
    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
        char most = ',';
        long count = 0;
        for (char candidate : SEPARATORS.toCharArray()) {
            long found =
                    header.chars().filter(character -> character == candidate).count();
            if (found > count) {
                most = candidate;
                count = found;
            }
        }
        return most;
    }

    private static Sheet json(String text) {
        try {
            JsonNode root = JsonMapper.shared().readTree(text);
            JsonNode list = root.isArray() ? root : root.path("items");
            return list.isArray()
                    ? Sheet.of(lines(list), Optional.empty())
                    : Sheet.of(List.of(), Optional.of("is neither a list nor an object with 'items'"));
        } catch (JacksonException e) {
            return Sheet.of(List.of(), Optional.of("is no JSON: " + e.getOriginalMessage()));
        }
    }

    private static List<Sheet.Line> lines(JsonNode list) {
        List<Sheet.Line> lines = new ArrayList<>();
        list.values().forEach(entry -> lines.add(line(lines.size(), cells(entry))));
        return lines;
    }

    private static Map<String, String> cells(JsonNode entry) {
        Map<String, String> cells = new LinkedHashMap<>();
        entry.properties().forEach(member -> cells.put(member.getKey(), cell(member.getValue())));
        return cells;
    }

    private static String cell(JsonNode value) {
        return value.isArray()
                ? value.values().stream().map(one -> one.asString("")).collect(Collectors.joining("|"))
                : value.asString("");
    }
}
