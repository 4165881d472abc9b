package be.vakoogst.operate;

import be.vakoogst.problem.Refusal;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.resource.Code;
import be.vakoogst.resource.SourceId;
import be.vakoogst.run.Trial;
import be.vakoogst.source.Source;
import be.vakoogst.source.SourceEditor;
import be.vakoogst.source.SourceRefused;
import be.vakoogst.source.SourceVersion;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/sources}: the files of sources, made, changed, tried and put back. A body is the file itself, in YAML or in JSON, which is
 * YAML too.
 */
@RestController
@RequestMapping("/api/sources")
class SourceFileController {

    static final int MOST_TRIED = 50;
    static final Duration TRIED_WITHIN = Duration.ofSeconds(60);

    private final SourceEditor editor;
    private final Trial trial;
    private final EndOfSource end;

    SourceFileController(SourceEditor editor, Trial trial, EndOfSource end) {
        this.editor = editor;
        this.trial = trial;
        this.end = end;
    }

    record VersionList(List<SourceVersion> versions) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Source make(@RequestBody String yaml) {
        SourceId id = idIn(yaml);
        if (editor.text(id).isPresent()) {
            throw Refusal.conflict("There is a source '" + id + "' already");
        }
        return editor.save(id, yaml);
    }

    @PutMapping("/{id}")
    Source change(@PathVariable String id, @RequestBody String yaml) {
        return editor.save(existing(id), yaml);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id) {
        end.of(existing(id));
    }

    @GetMapping(path = "/{id}/file", produces = "application/yaml")
    String file(@PathVariable String id) {
        return editor.text(existing(id)).orElseThrow();
    }

    @GetMapping("/{id}/versions")
    VersionList versions(@PathVariable String id) {
        List<SourceVersion> versions = editor.history(named(id));
        if (versions.isEmpty()) {
            throw Refusal.notThere("There never was a source '" + id + "'");
        }
        return new VersionList(versions);
    }

    @PostMapping("/{id}/versions/{number}/restore")
    Source restore(@PathVariable String id, @PathVariable int number) {
        SourceId source = named(id);
        String yaml = editor.history(source).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .flatMap(SourceVersion::yaml)
                .orElseThrow(() -> Refusal.notThere("Source '" + id + "' has no version " + number + " to go back to"));
        return editor.save(source, yaml);
    }

    /** Where a trial takes items from. */
    enum TriedOn implements Code {
        /** The beginning of what the publisher offers now. */
        PUBLISHER,
        /** What the source delivered before: no request is made. */
        KEPT
    }

    /** What the source would give, without saving or storing anything. */
    @Operation(
            summary =
                    "Try a source's text without saving it, at its publisher or (on=kept) on what the source delivered before")
    @PostMapping("/try")
    Trial.Tried tryOut(
            @RequestBody String yaml,
            @RequestParam(defaultValue = "20") int items,
            @RequestParam(defaultValue = "publisher") String on) {
        return tryOut(checked(idIn(yaml), yaml), items, on);
    }

    /** The same of a source that is there: with a body as that text would have it, else as its file is. */
    @Operation(
            summary =
                    "Try a source that is there, as its file or as a body says, at its publisher or (on=kept) on what it delivered before")
    @PostMapping("/{id}/try")
    Trial.Tried tryStored(
            @PathVariable String id,
            @RequestBody Optional<String> yaml,
            @RequestParam(defaultValue = "20") int items,
            @RequestParam(defaultValue = "publisher") String on) {
        SourceId source = existing(id);
        return tryOut(checked(source, yaml.or(() -> editor.text(source)).orElseThrow()), items, on);
    }

    private Trial.Tried tryOut(Source source, int items, String on) {
        if (items < 1 || items > MOST_TRIED) {
            throw new WrongParameter("items", "is " + items + " and must lie between 1 and " + MOST_TRIED);
        }
        return switch (RunController.constant("on", on, TriedOn.values())) {
            case PUBLISHER -> trial.run(source, items, TRIED_WITHIN);
            case KEPT -> trial.onKept(source, items, TRIED_WITHIN);
        };
    }

    private Source checked(SourceId id, String yaml) {
        SourceEditor.Checked checked = editor.check(id, yaml);
        return checked.source().orElseThrow(() -> new SourceRefused(checked.problems()));
    }

    private SourceId existing(String id) {
        return Optional.of(named(id))
                .filter(source -> editor.text(source).isPresent())
                .orElseThrow(() -> Refusal.notThere("There is no source '" + id + "'"));
    }

    private static SourceId named(String id) {
        if (!SourceId.FORM.matcher(id).matches()) {
            throw Refusal.notThere("There is no source '" + id + "'");
        }
        return new SourceId(id);
    }

    private SourceId idIn(String yaml) {
        return SourceEditor.idIn(yaml)
                .orElseThrow(() -> new WrongParameter("id", "is missing, or not what a source can be called"));
    }
}
