package be.vakoogst.search;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.catalogue.ChangeNumber;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceJson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/export}, for operators: the whole catalogue, a {@link LearningResource} a line, in the order of their last change. */
@RestController
class ExportController {

    private static final int TOGETHER = 500;

    private final Catalogue catalogue;

    ExportController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What changes while this goes on may come twice: its later form stands below. */
    @GetMapping("/api/export")
    void export(HttpServletResponse response) throws IOException {
        response.setContentType("application/x-ndjson");
        OutputStream out = response.getOutputStream();
        List<CatalogueRecord> records = catalogue.changesAfter(ChangeNumber.NONE, TOGETHER);
        while (!records.isEmpty()) {
            for (LearningResource resource : live(records)) {
                out.write(ResourceJson.mapper().writeValueAsString(resource).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
            records = catalogue.changesAfter(records.getLast().number(), TOGETHER);
        }
    }

    private static List<LearningResource> live(List<CatalogueRecord> records) {
        return records.stream()
                .map(CatalogueRecord::shown)
                .flatMap(Optional::stream)
                .toList();
    }
}
