package be.vakoogst.coverage;

import be.vakoogst.sheet.Cell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A report as CSV (RFC 4180), one count a line, for spreadsheets. */
final class Sheet {

    private Sheet() {}

    /** In the columns part, id, label, dimension, value, value label, resources. */
    static String of(CoverageReport report) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(
                text,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader("part", "id", "label", "dimension", "value", "valueLabel", "count")
                        .get())) {
            print("all", report.all(), csv);
            line(csv, "all", report.all(), "trade", new Part.Value("none", "–", report.withoutTrade()));
            for (Part trade : report.trades()) {
                print("trade", trade, csv);
            }
            for (Part programme : report.programmes()) {
                print("programme", programme, csv);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Into memory everything can be written", e);
        }
        return text.toString();
    }

    private static void print(String kind, Part part, CSVPrinter csv) throws IOException {
        line(csv, kind, part, "resources", total(part.resources()));
        line(csv, kind, part, "searches", total(part.asked().searches()));
        line(csv, kind, part, "withoutResult", total(part.asked().withoutResult()));
        line(csv, kind, part, "clicks", total(part.asked().clicks()));
        for (var counts : part.counts().entrySet()) {
            lines(csv, kind, part, counts.getKey(), counts.getValue());
        }
        lines(csv, kind, part, "subject", part.subjects());
        lines(csv, kind, part, "named", part.named());
    }

    private static Part.Value total(long count) {
        return new Part.Value("", "", count);
    }

    private static void lines(CSVPrinter csv, String kind, Part part, String dimension, List<Part.Value> values)
            throws IOException {
        for (Part.Value value : values) {
            line(csv, kind, part, dimension, value);
        }
    }

    private static void line(CSVPrinter csv, String kind, Part part, String dimension, Part.Value value)
            throws IOException {
        Stream<Object> cells = Stream.of(
                kind,
                part.id(),
                part.label(),
                dimension,
                Cell.plain(value.value()),
                Cell.plain(value.label()),
                value.resources());
        csv.printRecord(cells);
    }
}
