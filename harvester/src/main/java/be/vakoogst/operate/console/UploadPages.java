package be.vakoogst.operate.console;

import be.vakoogst.folder.Uploads;
import be.vakoogst.operate.RunCommands;
import be.vakoogst.problem.Page;
import be.vakoogst.problem.Refusal;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.resource.SourceId;
import be.vakoogst.run.Mode;
import be.vakoogst.run.Run;
import be.vakoogst.source.Source;
import be.vakoogst.source.Sources;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The form by which documents come in; what came is harvested at once. */
@Page
class UploadPages {

    private final Sources sources;
    private final Uploads uploads;
    private final Health health;
    private final RunCommands commands;

    UploadPages(Sources sources, Uploads uploads, Health health, RunCommands commands) {
        this.sources = sources;
        this.uploads = uploads;
        this.health = health;
        this.commands = commands;
    }

    @PostMapping("/operate/sources/{id}/documents")
    String take(
            @PathVariable String id,
            @RequestParam List<MultipartFile> file,
            @RequestParam(defaultValue = "false") boolean replace,
            Model model,
            HttpServletResponse response) {
        Source source = find(id);
        try {
            uploads.take(source.id(), file, replace);
        } catch (WrongParameter wrong) {
            return again(source, HttpStatus.BAD_REQUEST, String.valueOf(wrong.getMessage()), model, response);
        } catch (Refusal refusal) {
            return again(source, refusal.status(), String.valueOf(refusal.getMessage()), model, response);
        }
        Run run = commands.start(source.id(), Mode.INCREMENTAL);
        return "redirect:/operate/runs/" + run.id().value();
    }

    private String again(Source source, HttpStatus status, String refused, Model model, HttpServletResponse response) {
        response.setStatus(status.value());
        model.addAttribute("health", health.of(source));
        model.addAttribute("refused", refused);
        return "operate/source";
    }

    private Source find(String id) {
        return Optional.of(id)
                .filter(text -> SourceId.FORM.matcher(text).matches())
                .flatMap(text -> sources.find(new SourceId(text)))
                .filter(uploads::feed)
                .orElseThrow(() -> Refusal.notThere("There is no source '" + id + "' that takes documents"));
    }
}
