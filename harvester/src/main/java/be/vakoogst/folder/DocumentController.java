package be.vakoogst.folder;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.problem.Refusal;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /documents/{source}}: an uploaded document, for as long as there is a record of it. */
@RestController
class DocumentController {

    /** What a browser may show in our name, as it runs nothing; anything else is saved. */
    private static final Set<String> SHOWN = Set.of("application/pdf", "text/plain", "video/mp4", "audio/mpeg");

    private static final String NOTHING_RUNS = "sandbox; default-src 'none'";

    private final Uploads uploads;
    private final Catalogue catalogue;

    DocumentController(Uploads uploads, Catalogue catalogue) {
        this.uploads = uploads;
        this.catalogue = catalogue;
    }

    @GetMapping("/documents/{source}")
    ResponseEntity<Resource> document(@PathVariable String source, @RequestParam String name) {
        Path file = Optional.of(source)
                .filter(text -> SourceId.FORM.matcher(text).matches())
                .map(SourceId::new)
                .filter(id -> isRecorded(id, name))
                .flatMap(id -> uploads.find(id, name))
                .orElseThrow(() -> Refusal.notThere("There is no document '" + name + "' of '" + source + "'"));
        String type = FolderItems.type(name);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .cacheControl(CacheControl.maxAge(Duration.ZERO).mustRevalidate())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(type, file).toString())
                .header("Content-Security-Policy", NOTHING_RUNS)
                .body(new FileSystemResource(file));
    }

    /** A document that was renamed may still be known by its former name. */
    private boolean isRecorded(SourceId source, String name) {
        Optional<CatalogueRecord> record = catalogue.find(ResourceId.of(source, name));
        return record.flatMap(CatalogueRecord::successor)
                .flatMap(catalogue::find)
                .or(() -> record)
                .flatMap(CatalogueRecord::resource)
                .isPresent();
    }

    private static ContentDisposition disposition(String type, Path file) {
        return (SHOWN.contains(type) ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(file.getFileName().toString(), StandardCharsets.UTF_8)
                .build();
    }
}
