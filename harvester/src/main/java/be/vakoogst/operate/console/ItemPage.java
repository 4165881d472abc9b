package be.vakoogst.operate.console;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.problem.Page;
import be.vakoogst.problem.Refusal;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.run.Ended;
import be.vakoogst.run.Runs;
import java.util.List;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /operate/items}: an item's story, from what was fetched to why it is filed where it is. */
@Page
class ItemPage {

    private static final int RUNS_SHOWN = 20;

    private final Catalogue catalogue;
    private final Runs runs;

    ItemPage(Catalogue catalogue, Runs runs) {
        this.catalogue = catalogue;
        this.runs = runs;
    }

    @GetMapping("/operate/items/{id}")
    String one(@PathVariable String id, Model model) {
        ResourceId resource = named(id);
        Optional<CatalogueRecord> record = catalogue.find(resource);
        List<Ended> story = runs.storyOf(resource, RUNS_SHOWN);
        if (record.isEmpty() && story.isEmpty()) {
            throw Refusal.notThere("There is no item '" + id + "'");
        }
        model.addAttribute("id", id);
        model.addAttribute("record", record);
        model.addAttribute("story", story);
        model.addAttribute(
                "fields",
                record.flatMap(CatalogueRecord::resource).map(FieldView::of).orElse(List.of()));
        model.addAttribute("payloads", catalogue.payloads(resource));
        return "operate/item";
    }

    private static ResourceId named(String id) {
        try {
            return new ResourceId(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.notThere("No item can be called '" + id + "'");
        }
    }
}
