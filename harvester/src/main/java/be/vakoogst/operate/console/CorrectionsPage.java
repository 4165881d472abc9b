package be.vakoogst.operate.console;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.problem.Page;
import be.vakoogst.trade.Correcting;
import be.vakoogst.trade.TradeLabels;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /operate/corrections}: what operators said of records, and which judgements to look at first. */
@Page
class CorrectionsPage {

    private static final int SHOWN = 30;

    private final Catalogue catalogue;
    private final Correcting correcting;
    private final TradeLabels trades;

    CorrectionsPage(Catalogue catalogue, Correcting correcting, TradeLabels trades) {
        this.catalogue = catalogue;
        this.correcting = correcting;
        this.trades = trades;
    }

    @GetMapping("/operate/corrections")
    String page(Model model) {
        model.addAttribute("uncertain", correcting.leastCertain(0, SHOWN));
        model.addAttribute("corrections", catalogue.corrections().latest(0, SHOWN));
        model.addAttribute("fields", catalogue.fields().latest(0, SHOWN));
        model.addAttribute("hidings", catalogue.hidings(0, SHOWN));
        model.addAttribute("trades", trades);
        return "operate/corrections";
    }
}
