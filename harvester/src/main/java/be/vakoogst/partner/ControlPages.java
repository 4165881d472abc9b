package be.vakoogst.partner;

import be.vakoogst.problem.Page;
import be.vakoogst.problem.Refusal;
import be.vakoogst.problem.WrongParameter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /partner/registrations/ID/…}: proving that the site is theirs, and changing its address. */
@Page
class ControlPages {

    private final Registrations registrations;
    private final Previews previews;
    private final Proofs proofs;
    private final InstantSource clock;

    ControlPages(Registrations registrations, Previews previews, Proofs proofs, InstantSource clock) {
        this.registrations = registrations;
        this.previews = previews;
        this.proofs = proofs;
        this.clock = clock;
    }

    @PostMapping("/partner/registrations/{id}/prove")
    String prove(@PathVariable String id) {
        String outcome = proofs.look(find(id)).isPresent() ? "" : "?proof=none";
        return "redirect:/partner/registrations/" + id + outcome;
    }

    /** First a look at the new address, on whose page it is then chosen. */
    @PostMapping("/partner/registrations/{id}/look")
    String look(@PathVariable String id, @RequestParam String url, HttpServletRequest request) {
        Registration registration = find(id);
        try {
            String preview = previews.begin(url, Visitor.of(request.getRemoteAddr(), clock));
            return "redirect:/partner/previews/" + preview + "?of=" + registration.id();
        } catch (WrongParameter wrong) {
            return "redirect:/partner/registrations/" + id + "?address=wrong";
        }
    }

    @PostMapping("/partner/registrations/{id}/address")
    String readdress(@PathVariable String id, @RequestParam String preview, @RequestParam int way) {
        registrations.readdress(find(id), preview, way);
        return "redirect:/partner/registrations/" + id;
    }

    private Registration find(String id) {
        return registrations.find(id).orElseThrow(() -> Refusal.notThere("There is no registration '" + id + "'"));
    }
}
