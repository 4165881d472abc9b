package be.vakoogst.partner;

import be.vakoogst.problem.Page;
import be.vakoogst.problem.Refusal;
import be.vakoogst.problem.WrongParameter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** {@code /partner/sheets}: the way in for who has no website. */
@Page
class SheetPages {

    private final Sheets sheets;
    private final Registrations registrations;
    private final InstantSource clock;

    SheetPages(Sheets sheets, Registrations registrations, InstantSource clock) {
        this.sheets = sheets;
        this.registrations = registrations;
        this.clock = clock;
    }

    @PostMapping("/partner/sheets")
    String look(HttpServletRequest request, Model model) throws IOException {
        try {
            return "redirect:/partner/previews/"
                    + sheets.begin(Sheets.Sheet.in(request), Visitor.of(request.getRemoteAddr(), clock));
        } catch (WrongParameter wrong) {
            model.addAttribute("message", "partner.wrong-sheet");
            return "partner/start";
        }
    }

    @PostMapping("/partner/registrations/{id}/sheet")
    String replace(@PathVariable String id, HttpServletRequest request) throws IOException {
        Registration registration =
                registrations.find(id).orElseThrow(() -> Refusal.notThere("There is no registration '" + id + "'"));
        registrations.harvested(registration);
        sheets.replace(registration, Sheets.Sheet.in(request));
        registrations.checkNow(registration);
        return "redirect:/partner/registrations/" + id;
    }
}
