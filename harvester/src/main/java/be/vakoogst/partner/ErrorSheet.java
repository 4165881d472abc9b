package be.vakoogst.partner;

import be.vakoogst.sheet.Cell;
import be.vakoogst.standing.Standing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Problems as CSV (RFC 4180). What a publisher wrote begins no formula in a spreadsheet. */
final class ErrorSheet {

    private static final CSVFormat FORM = CSVFormat.RFC4180
            .builder()
            .setHeader("problem", "field", "value", "url")
            .get();

    private ErrorSheet() {}

    /** @param problems hands each problem to who is given to it */
    static void write(Consumer<Consumer<Standing.Problem>> problems, Writer out) throws IOException {
        try (CSVPrinter printer = new CSVPrinter(out, FORM)) {
            problems.accept(problem -> line(printer, problem));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void line(CSVPrinter printer, Standing.Problem problem) {
        try {
            printer.printRecord(
                    problem.code(), problem.field(), Cell.plain(problem.value().orElse("")), problem.example());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
