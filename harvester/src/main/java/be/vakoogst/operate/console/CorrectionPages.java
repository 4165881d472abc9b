package be.vakoogst.operate.console;

import be.vakoogst.catalogue.CorrectableField;
import be.vakoogst.catalogue.Correction;
import be.vakoogst.normalise.Choices;
import be.vakoogst.operate.FieldCorrecting;
import be.vakoogst.problem.Page;
import be.vakoogst.problem.Refusal;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.trade.Correcting;
import be.vakoogst.trade.TradeLabels;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /operate/items/{id}/trades} and {@code …/fields/FIELD}: forms that say it otherwise, against every later harvest. */
@Page
@RequestMapping("/operate/items/{id}")
class CorrectionPages {

    private final Correcting trades;
    private final FieldCorrecting fields;
    private final Choices choices;
    private final TradeLabels labels;

    CorrectionPages(Correcting trades, FieldCorrecting fields, Choices choices, TradeLabels labels) {
        this.trades = trades;
        this.fields = fields;
        this.choices = choices;
        this.labels = labels;
    }

    @GetMapping("/trades")
    String trades(@PathVariable String id, Model model) {
        ResourceId resource = ItemPage.named(id);
        model.addAttribute("filed", trades.filed(resource).orElseThrow(() -> noSuch(id)));
        model.addAttribute("trades", labels);
        return "operate/correct-trades";
    }

    private static Correction.Verdict verdict(String text) {
        return Arrays.stream(Correction.Verdict.values())
                .filter(each -> each.code().equals(text))
                .findFirst()
                .orElseThrow(() -> new WrongParameter("verdict", "is none"));
    }

    /** @param verdict {@code add}, {@code remove} or {@code lock}; {@code back} takes back what was said */
    @PostMapping("/trades")
    String say(
            @PathVariable String id,
            @RequestParam String trade,
            @RequestParam String verdict,
            @RequestParam(defaultValue = "") String why,
            Model model) {
        ResourceId resource = ItemPage.named(id);
        try {
            if (verdict.equals("back")) {
                trades.takeBack(resource, trade).orElseThrow(() -> noSuch(id));
            } else {
                trades.say(resource, trade, verdict(verdict), FieldCorrecting.reason(why))
                        .orElseThrow(() -> noSuch(id));
            }
        } catch (WrongParameter wrong) {
            model.addAttribute("wrong", wrong.parameter());
            return trades(id, model);
        }
        return "redirect:/operate/items/" + id + "/trades";
    }

    @GetMapping("/fields/{field}")
    String field(@PathVariable String id, @PathVariable String field, Model model) {
        CorrectableField name = CorrectableField.named(field)
                .orElseThrow(() -> Refusal.notThere("There is no field '" + field + "' to correct"));
        FieldCorrecting.Field now = fields.of(ItemPage.named(id), name).orElseThrow(() -> noSuch(id));
        model.addAttribute("id", id);
        model.addAttribute("form", FieldForm.of(now, choices.of(field)));
        return "operate/correct-field";
    }

    /** @param action {@code save}, {@code lock} or {@code back} */
    @PostMapping("/fields/{field}")
    String say(
            @PathVariable String id,
            @PathVariable String field,
            @RequestParam Optional<List<String>> value,
            @RequestParam(defaultValue = "") String why,
            @RequestParam String action,
            Model model) {
        String page = field(id, field, model);
        ResourceId resource = ItemPage.named(id);
        CorrectableField name = CorrectableField.named(field).orElseThrow();
        try {
            switch (action) {
                case "back" -> fields.takeBack(resource, name);
                case "lock" -> fields.lock(resource, name, why);
                default -> fields.say(resource, name, FieldForm.value(name, value.orElse(List.of())), why);
            }
            return "redirect:/operate/items/" + id + "#fields";
        } catch (WrongParameter wrong) {
            model.addAttribute("wrong", wrong.parameter());
            return page;
        }
    }

    private static Refusal noSuch(String id) {
        return Refusal.notThere("There is no resource '" + id + "' to correct");
    }
}
