package be.vakoogst.export;

import be.vakoogst.catalogue.CatalogueRecord;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/export}, for operators: the whole catalogue, a {@link be.vakoogst.resource.LearningResource} a line, as of one moment. */
@RestController
class OperatorExportController {

    private final Whole whole;

    OperatorExportController(Whole whole) {
        this.whole = whole;
    }

    /** @param everything also what its source lets us hand on to nobody: for a copy that stays in the house */
    @GetMapping("/api/export")
    void export(@RequestParam(defaultValue = "false") boolean everything, HttpServletResponse response)
            throws IOException {
        response.setContentType("application/x-ndjson");
        whole.write(response.getOutputStream(), everything ? CatalogueRecord::shown : CatalogueRecord::passedOn);
    }
}
