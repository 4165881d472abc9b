package be.vakoogst.operate;

import be.vakoogst.folder.Uploads;
import be.vakoogst.problem.Refusal;
import be.vakoogst.resource.SourceId;
import be.vakoogst.source.Source;
import be.vakoogst.source.Sources;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** {@code /api/sources/{id}/documents}: what a partner without a website gave us, for the next run of its source. */
@RestController
@RequestMapping("/api/sources/{id}/documents")
class UploadController {

    private final Sources sources;
    private final Uploads uploads;

    UploadController(Sources sources, Uploads uploads) {
        this.sources = sources;
        this.uploads = uploads;
    }

    /** By name. */
    record DocumentList(List<Uploads.Document> documents) {}

    @GetMapping
    DocumentList list(@PathVariable String id) {
        return new DocumentList(uploads.documents(find(id)));
    }

    /** @param replace whether what was there before goes */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Uploads.Taken take(
            @PathVariable String id,
            @RequestParam List<MultipartFile> file,
            @RequestParam(defaultValue = "false") boolean replace) {
        return uploads.take(find(id), file, replace);
    }

    private SourceId find(String id) {
        Source source = Optional.of(id)
                .filter(text -> SourceId.FORM.matcher(text).matches())
                .flatMap(text -> sources.find(new SourceId(text)))
                .orElseThrow(() -> Refusal.notThere("There is no source '" + id + "'"));
        if (!uploads.feed(source)) {
            throw Refusal.conflict(
                    "Source '" + id + "' is read from " + source.connector().url()
                            + "; its connector has to be {type: folder, url: \"" + Uploads.ADDRESS + "\"}");
        }
        return source.id();
    }
}
