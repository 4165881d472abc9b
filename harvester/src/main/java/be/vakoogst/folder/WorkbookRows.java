package be.vakoogst.folder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellReference;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/**
 * Hears the rows of one sheet (ECMA-376 part 1, section 18.3.1.73). The first of them that names a file or an address names the columns; what
 * stands above is a heading for people. Where words lead somewhere, that is the address they stand for. For one thread.
 */
final class WorkbookRows extends WorkbookText {

    private static final Pattern PLACE = Pattern.compile("([A-Z]{1,3})[0-9]{1,7}");

    /** How many rows may stand above the one that names the columns. */
    private static final int MOST_ABOVE = 20;

    private final String sheet;
    private final WorkbookCells cells;
    private final WorkbookLinks links;
    private final List<Sheet.Line> lines;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> targets = new LinkedHashMap<>();
    private final List<String> odd = new ArrayList<>();
    private Map<String, String> columns = Map.of();
    private String column = "";
    private String type = "";
    private int style;
    private int row;
    private int read;
    private int above;
    private long size;
    private boolean calculated;

    /** @param lines where its rows are put */
    WorkbookRows(String sheet, WorkbookCells cells, WorkbookLinks links, List<Sheet.Line> lines) {
        this.sheet = sheet;
        this.cells = cells;
        this.links = links;
        this.lines = lines;
    }

    /** Why its last rows are missing. */
    String brokenBy(Exception e) {
        return "sheet '" + sheet + "' breaks behind row " + read + ": " + Workbook.firstSentence(e);
    }

    /** That it says nothing to us, where that is so. */
    Optional<String> passedOver() {
        return Optional.of("the sheet '" + sheet + "' names no column 'url' or 'file' in its first rows")
                .filter(sentence -> columns.isEmpty() && above > 0);
    }

    @Override
    void begins(String name, Attributes attributes) {
        switch (name) {
            case "row" -> {
                row = number(attributes, "r", row + 1);
                column = "";
            }
            case "c" -> cell(attributes);
            case "f" -> calculated = true;
            default -> {}
        }
    }

    private static int number(Attributes attributes, String name, int otherwise) {
        return Optional.ofNullable(attributes.getValue(name))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }

    private void cell(Attributes attributes) {
        String said = attributes.getValue("r");
        Matcher place = PLACE.matcher(said == null ? next() + row : said);
        if (!place.matches()) {
            throw new IllegalArgumentException("'" + said + "' is no place of a cell");
        }
        column = place.group(1);
        type = Optional.ofNullable(attributes.getValue("t")).orElse("n");
        style = number(attributes, "s", -1);
        calculated = false;
        taken();
    }

    private String next() {
        return CellReference.convertNumToColString(
                column.isEmpty() ? 0 : CellReference.convertColStringToIndex(column) + 1);
    }

    @Override
    void ends(String name) throws SAXException {
        switch (name) {
            case "f" -> WorkbookLinks.inFormula(taken()).ifPresent(address -> targets.put(column, address));
            case "c" -> {
                links.at(column + row).ifPresent(address -> targets.put(column, address));
                value(taken());
            }
            case "row" -> line();
            default -> {}
        }
    }

    private void value(String text) {
        if (text.isEmpty() && calculated) {
            odd.add(column + row + " holds a formula without its result: open the file in a spreadsheet and save it");
        } else if (!text.isEmpty()) {
            try {
                values.put(column, cells.text(type, style, text));
            } catch (IllegalArgumentException e) {
                odd.add(column + row + " " + e.getMessage());
            }
        }
    }

    /** One string of the workbook may stand in many cells: what they come to is counted too. */
    private void line() throws SAXException {
        size += values.values().stream().mapToLong(String::length).sum();
        if (lines.size() >= Shelf.MOST_DOCUMENTS || size > Workbook.MOST_UNPACKED) {
            throw new SAXException(
                    "more than " + Shelf.MOST_DOCUMENTS + " rows or " + (Workbook.MOST_UNPACKED >> 20) + " MB of text");
        }
        if (!columns.isEmpty()) {
            described();
        } else if (above < MOST_ABOVE && (Sheet.isHeader(values.values()) || isHeaderOfLinks())) {
            columns = Map.copyOf(values);
        } else if (!values.isEmpty()) {
            above++;
        }
        values.clear();
        targets.clear();
        odd.clear();
        read = row;
    }

    /** Where titles lead to what they name, no column has to. */
    private boolean isHeaderOfLinks() {
        return !links.isEmpty() && targets.isEmpty() && Sheet.namesTitle(values.values());
    }

    private void described() {
        Map<String, String> named = new LinkedHashMap<>();
        values.forEach((letters, value) ->
                Optional.ofNullable(columns.get(letters)).ifPresent(name -> named.put(name, value)));
        targets.forEach((letters, address) -> Optional.ofNullable(columns.get(letters))
                .filter(name -> Sheet.holdsAddress(name) && !WorkbookLinks.isAddress(named.getOrDefault(name, "")))
                .ifPresent(name -> named.put(name, address)));
        if (!targets.isEmpty() && !Sheet.saysWhere(named)) {
            named.put(Sheet.ADDRESS, targets.values().iterator().next());
        }
        if (named.values().stream().anyMatch(value -> !value.isBlank()) || !odd.isEmpty()) {
            lines.add(new Sheet.Line("sheet '" + sheet + "', row " + row, named, List.copyOf(odd)));
        }
    }
}
