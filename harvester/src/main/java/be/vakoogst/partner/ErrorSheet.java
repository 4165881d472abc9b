package be.vakoogst.partner;

import be.vakoogst.sheet.Cell;
import be.vakoogst.standing.Standing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.context.MessageSource;

/** Problems as CSV (RFC 4180), each with its mend. What a publisher wrote begins no formula in a spreadsheet. */
class ErrorSheet {

    private static final CSVFormat FORM = CSVFormat.RFC4180
            .builder()
            .setHeader("problem", "field", "value", "url", "mend")
            .get();

    private final MessageSource messages;

    ErrorSheet(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * @param problems hands each problem to who is given to it
     * @param language in which mends are told
     */
    void write(Consumer<Consumer<Standing.Problem>> problems, Locale language, Writer out) throws IOException {
        try (CSVPrinter printer = new CSVPrinter(out, FORM)) {
            problems.accept(problem -> line(printer, problem, language));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void line(CSVPrinter printer, Standing.Problem problem, Locale language) {
        try {
            printer.printRecord(
                    problem.code(),
                    problem.field(),
                    Cell.plain(problem.value().orElse("")),
                    problem.example(),
                    messages.getMessage(problem.mend(), null, language));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
