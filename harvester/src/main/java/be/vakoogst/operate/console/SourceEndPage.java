package be.vakoogst.operate.console;

import be.vakoogst.operate.EndOfSource;
import be.vakoogst.problem.Page;
import be.vakoogst.problem.Refusal;
import be.vakoogst.resource.SourceId;
import be.vakoogst.source.Source;
import be.vakoogst.source.Sources;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The button that removes a source with its records. */
@Page
class SourceEndPage {

    private final Sources sources;
    private final EndOfSource end;

    SourceEndPage(Sources sources, EndOfSource end) {
        this.sources = sources;
        this.end = end;
    }

    @PostMapping("/operate/sources/{id}/remove")
    String remove(@PathVariable String id) {
        Source source = Optional.of(id)
                .filter(text -> SourceId.FORM.matcher(text).matches())
                .flatMap(text -> sources.find(new SourceId(text)))
                .orElseThrow(() -> Refusal.notThere("There is no source '" + id + "'"));
        end.of(source.id());
        return "redirect:/operate";
    }
}
