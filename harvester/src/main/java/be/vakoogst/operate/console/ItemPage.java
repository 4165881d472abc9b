package be.vakoogst.operate.console;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.catalogue.CorrectableField;
import be.vakoogst.life.Lives;
import be.vakoogst.problem.Page;
import be.vakoogst.problem.Refusal;
import be.vakoogst.resource.Code;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.run.Ended;
import be.vakoogst.run.Runs;
import be.vakoogst.trade.TradeLabels;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /operate/items}: an item's story, from what was fetched to why it is filed where it is, and how it was before. */
@Page
class ItemPage {

    private static final int RUNS_SHOWN = 20;
    private static final int VERSIONS_SHOWN = 50;

    private final Catalogue catalogue;
    private final Runs runs;
    private final Lives lives;
    private final TradeLabels trades;

    ItemPage(Catalogue catalogue, Runs runs, Lives lives, TradeLabels trades) {
        this.catalogue = catalogue;
        this.runs = runs;
        this.lives = lives;
        this.trades = trades;
    }

    @GetMapping("/operate/items/{id}")
    String one(@PathVariable String id, Model model) {
        ResourceId resource = named(id);
        Optional<CatalogueRecord> record = catalogue.find(resource);
        List<Ended> story = runs.storyOf(resource, RUNS_SHOWN);
        if (record.isEmpty() && story.isEmpty()) {
            throw Refusal.notThere("There is no item '" + id + "'");
        }
        Optional<LearningResource> kept = catalogue.kept(resource);
        model.addAttribute("id", id);
        model.addAttribute("record", record);
        model.addAttribute("resource", kept.orElse(null));
        model.addAttribute("title", kept.map(LearningResource::title).orElse(id));
        model.addAttribute("hiding", catalogue.hiding(resource));
        model.addAttribute("life", lives.find(resource));
        model.addAttribute("story", story);
        List<FieldView> fields = kept.map(FieldView::of).orElse(List.of());
        model.addAttribute("fields", fields);
        model.addAttribute("missing", missing(fields));
        model.addAttribute("payloads", catalogue.payloads(resource));
        model.addAttribute("trades", trades);
        return "operate/item";
    }

    /** What could be said of it, but nobody said. */
    private static List<String> missing(List<FieldView> fields) {
        return Arrays.stream(CorrectableField.values())
                .map(Code::code)
                .filter(name -> fields.stream().noneMatch(field -> field.name().equals(name)))
                .toList();
    }

    @GetMapping("/operate/items/{id}/history")
    String history(@PathVariable String id, Model model) {
        ResourceId resource = named(id);
        if (catalogue.find(resource).isEmpty()) {
            throw Refusal.notThere("There is no item '" + id + "'");
        }
        model.addAttribute("id", id);
        model.addAttribute(
                "title", catalogue.kept(resource).map(LearningResource::title).orElse(id));
        model.addAttribute("steps", HistoryStep.of(catalogue.history(resource, VERSIONS_SHOWN)));
        return "operate/history";
    }

    static ResourceId named(String id) {
        try {
            return new ResourceId(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.notThere("No item can be called '" + id + "'");
        }
    }
}
