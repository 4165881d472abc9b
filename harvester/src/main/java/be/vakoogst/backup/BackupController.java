package be.vakoogst.backup;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/backup}, for administrators, as it holds the accounts with the digests of their passwords. */
@RestController
class BackupController {

    private final Backup backup;

    BackupController(Backup backup) {
        this.backup = backup;
    }

    @GetMapping("/api/backup")
    void download(HttpServletResponse response) throws IOException {
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"vakoogst-backup.zip\"");
        backup.write(response.getOutputStream());
    }
}
