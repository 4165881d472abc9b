package be.vakoogst.operate.console;

import be.vakoogst.operate.RunCommands;
import be.vakoogst.problem.Page;
import be.vakoogst.problem.Refusal;
import be.vakoogst.resource.SourceId;
import be.vakoogst.run.Mode;
import be.vakoogst.run.Run;
import be.vakoogst.run.Runs;
import be.vakoogst.run.Trial;
import be.vakoogst.source.Source;
import be.vakoogst.source.SourceEditor;
import be.vakoogst.source.SourceVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /operate/sources}: a source's health, its runs on command, its text with a trial before it is saved, and the texts it had. */
@Page
class SourcePages {

    private static final int TRIED = 20;
    private static final Duration TRIED_WITHIN = Duration.ofSeconds(45);

    /** What a new source starts from. */
    private static final String TEMPLATE = """
            id: mijn-bron
            name: Mijn bron
            kind: publisher          # publisher, broadcaster, federation, repository, government, company
            connector: {type: feed, url: "https://example.org/feed/"}
            schedule: {every: 6h}
            """;

    private static final String TEMPLATE_OF_DOCUMENTS = """
            id: mijn-documenten
            name: Mijn documenten
            kind: company            # publisher, broadcaster, federation, repository, government, company
            connector: {type: folder, url: "upload:/"}    # documents are uploaded on the page of the source
            """;

    private final Health health;
    private final SourceEditor editor;
    private final Runs runs;
    private final RunCommands commands;
    private final Trial trial;

    SourcePages(Health health, SourceEditor editor, Runs runs, RunCommands commands, Trial trial) {
        this.health = health;
        this.editor = editor;
        this.runs = runs;
        this.commands = commands;
        this.trial = trial;
    }

    @GetMapping("/operate/sources/{id}")
    String one(@PathVariable String id, Model model) {
        SourceHealth source = health.of(find(id));
        model.addAttribute("health", source);
        model.addAttribute(
                "failures", source.last().map(run -> runs.failures(run.id())).orElse(List.of()));
        return "operate/source";
    }

    @PostMapping("/operate/sources/{id}/runs")
    String run(@PathVariable String id, @RequestParam Mode mode) {
        Run run = commands.start(find(id).id(), mode);
        return "redirect:/operate/runs/" + run.id().value();
    }

    @PostMapping("/operate/sources/{id}/pause")
    String pause(@PathVariable String id) {
        commands.pause(find(id));
        return "redirect:/operate/sources/" + id;
    }

    @PostMapping("/operate/sources/{id}/resume")
    String resume(@PathVariable String id) {
        commands.resume(find(id));
        return "redirect:/operate/sources/" + id;
    }

    /** @param from {@code documents} for a source that is fed by uploads */
    @GetMapping("/operate/sources")
    String fresh(@RequestParam Optional<String> from, Model model) {
        boolean uploaded = from.filter("documents"::equals).isPresent();
        return edit(Optional.empty(), uploaded ? TEMPLATE_OF_DOCUMENTS : TEMPLATE, model);
    }

    @GetMapping("/operate/sources/{id}/edit")
    String edit(@PathVariable String id, @RequestParam Optional<Integer> version, Model model) {
        SourceId source = named(id);
        List<SourceVersion> versions = editor.history(source);
        if (versions.isEmpty()) {
            throw Refusal.notThere("There is no source '" + id + "'");
        }
        model.addAttribute("versions", versions);
        return edit(Optional.of(source), shown(source, versions, version), model);
    }

    private String shown(SourceId source, List<SourceVersion> versions, Optional<Integer> wanted) {
        return wanted.flatMap(number -> versions.stream()
                        .filter(version -> version.number() == number)
                        .findFirst())
                .flatMap(SourceVersion::yaml)
                .or(() -> editor.text(source))
                .orElse("");
    }

    /** @param action {@code try} and {@code try-kept} look what the text would give; anything else saves it */
    @PostMapping("/operate/sources")
    String save(
            @RequestParam String yaml, @RequestParam Optional<String> of, @RequestParam String action, Model model) {
        Optional<SourceId> id = SourceEditor.idIn(yaml);
        Optional<SourceEditor.Checked> checked = id.map(named -> editor.check(named, yaml));
        model.addAttribute(
                "problems", checked.map(SourceEditor.Checked::problems).orElse(List.of()));
        model.addAttribute("nameless", id.isEmpty());
        Optional<Source> source = checked.flatMap(SourceEditor.Checked::source);
        if (source.isPresent() && action.equals("try")) {
            model.addAttribute("tried", trial.run(source.get(), TRIED, TRIED_WITHIN));
        } else if (source.isPresent() && action.equals("try-kept")) {
            model.addAttribute("tried", trial.onKept(source.get(), TRIED, TRIED_WITHIN));
        } else if (source.isPresent()) {
            editor.save(source.get().id(), yaml);
            return "redirect:/operate/sources/" + source.get().id();
        }
        return edit(of.filter(text -> !text.isEmpty()).map(SourcePages::named), yaml, model);
    }

    private static String edit(Optional<SourceId> id, String yaml, Model model) {
        if (!model.containsAttribute("nameless")) {
            model.addAttribute("nameless", false);
        }
        model.addAttribute("id", id.map(SourceId::value).orElse(""));
        model.addAttribute("yaml", yaml);
        return "operate/edit";
    }

    private Source find(String id) {
        return health.find(named(id)).orElseThrow(() -> Refusal.notThere("There is no source '" + id + "'"));
    }

    private static SourceId named(String id) {
        return Optional.of(id)
                .filter(text -> SourceId.FORM.matcher(text).matches())
                .map(SourceId::new)
                .orElseThrow(() -> Refusal.notThere("There is no source '" + id + "'"));
    }
}
