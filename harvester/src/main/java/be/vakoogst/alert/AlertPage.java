package be.vakoogst.alert;

import be.vakoogst.index.IndexCheck;
import be.vakoogst.index.IndexStatus;
import be.vakoogst.problem.Page;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /operate/alerts}: what is wrong now and what to do, what was, and where the index stands. */
@Page
class AlertPage {

    private static final int SHOWN = 50;

    private final Alerts alerts;
    private final Wording wording;
    private final IndexStatus index;
    private final IndexCheck check;

    AlertPage(Alerts alerts, Wording wording, IndexStatus index, IndexCheck check) {
        this.alerts = alerts;
        this.wording = wording;
        this.index = index;
        this.check = check;
    }

    @GetMapping("/operate/alerts")
    String page(Model model) {
        model.addAttribute("open", alerts.open());
        model.addAttribute("ended", alerts.ended(Long.MAX_VALUE, SHOWN));
        model.addAttribute("wording", wording);
        model.addAttribute("index", index.state());
        model.addAttribute("check", check.last());
        return "alert/alerts";
    }
}
