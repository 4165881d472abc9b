package be.vakoogst.quality;

import be.vakoogst.resource.SourceId;
import be.vakoogst.sheet.Cell;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The records that a check holds for as CSV, however many. */
record HeldSheet(Quality quality, Writer out) {

    private static final int TOGETHER = 1000;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("check", "source", "id", "title", "url")
            .get();

    void write(QualityCheck check, Optional<SourceId> source) throws IOException {
        try (CSVPrinter csv = new CSVPrinter(out, FORMAT)) {
            List<QualityTable.Held> page = quality.held(check, source, "", TOGETHER);
            while (!page.isEmpty()) {
                for (QualityTable.Held held : page) {
                    csv.printRecord(
                            check.id(),
                            held.source(),
                            held.id(),
                            Cell.plain(held.title()),
                            Cell.plain(held.url().toString()));
                }
                page = quality.held(check, source, page.getLast().id().value(), TOGETHER);
            }
        }
    }
}
