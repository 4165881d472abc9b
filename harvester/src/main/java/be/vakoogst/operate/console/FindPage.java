package be.vakoogst.operate.console;

import be.vakoogst.problem.Page;
import be.vakoogst.run.Run;
import be.vakoogst.run.RunId;
import be.vakoogst.run.Runs;
import be.vakoogst.source.Source;
import be.vakoogst.source.Sources;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * {@code /operate/find}: a source by its name or id, a run by its number, a resource by its words, an item by its id or a part of its address.
 */
@Page
class FindPage {

    private static final int MOST = 50;

    private final Sources sources;
    private final Runs runs;
    private final FoundResources resources;

    FindPage(Sources sources, Runs runs, FoundResources resources) {
        this.sources = sources;
        this.runs = runs;
        this.resources = resources;
    }

    @GetMapping("/operate/find")
    String find(@RequestParam(defaultValue = "") String q, Locale locale, Model model) {
        String words = q.strip();
        List<Source> foundSources = words.isEmpty() ? List.of() : sources(words);
        List<Run> foundRuns = run(words).stream().toList();
        List<FoundResources.Found> foundResources = words.isEmpty() ? List.of() : resources.of(words, MOST, locale);
        List<Runs.Remembered> foundItems = words.isEmpty() ? List.of() : runs.remembered(words, MOST);
        model.addAttribute("q", words);
        model.addAttribute("sources", foundSources);
        model.addAttribute("runs", foundRuns);
        model.addAttribute("resources", foundResources);
        model.addAttribute("items", foundItems);
        model.addAttribute("count", foundSources.size() + foundRuns.size() + foundResources.size() + foundItems.size());
        return "operate/find";
    }

    private List<Source> sources(String words) {
        String wanted = words.toLowerCase(Locale.ROOT);
        return sources.all().stream()
                .filter(source -> source.id().value().contains(wanted)
                        || source.name().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(MOST)
                .toList();
    }

    private Optional<Run> run(String words) {
        return Optional.of(words)
                .filter(text -> text.matches("#?\\d{1,18}"))
                .map(text -> Long.valueOf(text.replace("#", "")))
                .flatMap(number -> runs.find(new RunId(number)));
    }
}
