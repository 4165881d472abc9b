package be.vakoogst.export;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.catalogue.ChangeNumber;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the whole catalogue as it was at one moment, whatever changes meanwhile: a resource a line, in the order of their last change. */
class Whole {

    private static final int TOGETHER = 500;

    private final Catalogue catalogue;
    private final TransactionTemplate snapshot;

    Whole(Catalogue catalogue, PlatformTransactionManager transactions) {
        this.catalogue = catalogue;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /**
     * @param form what of a record is written; nothing where it gives nothing
     * @return the last change that is in it
     */
    ChangeNumber write(OutputStream out, Function<CatalogueRecord, Optional<LearningResource>> form) {
        return Objects.requireNonNull(snapshot.execute(status -> {
            ChangeNumber last = catalogue.latest();
            List<CatalogueRecord> records = catalogue.changesAfter(ChangeNumber.NONE, TOGETHER);
            while (!records.isEmpty()) {
                records.stream().map(form).flatMap(Optional::stream).forEach(resource -> line(resource, out));
                records = catalogue.changesAfter(records.getLast().number(), TOGETHER);
            }
            return last;
        }));
    }

    private static void line(LearningResource resource, OutputStream out) {
        try {
            out.write((ResourceJson.mapper().writeValueAsString(resource) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
