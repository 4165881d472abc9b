package be.vakoogst.partner;

import be.vakoogst.control.Proof;
import be.vakoogst.paging.Cursor;
import be.vakoogst.problem.Refusal;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.push.Hubs;
import be.vakoogst.push.PushKeys;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.standing.Standing;
import be.vakoogst.standing.Standings;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/partner/registrations/ID/…}: what a partner sees of its content, and does with it. The id is the key. */
@RestController
@RequestMapping("/api/partner/registrations/{id}")
class OwnController {

    private final Registrations registrations;
    private final Standings standings;
    private final HeldData held;
    private final Proofs proofs;
    private final PushKeys keys;
    private final Hubs hubs;
    private final ErrorSheet errors;

    OwnController(
            Registrations registrations,
            Standings standings,
            HeldData held,
            Proofs proofs,
            PushKeys keys,
            Hubs hubs,
            ErrorSheet errors) {
        this.registrations = registrations;
        this.standings = standings;
        this.held = held;
        this.proofs = proofs;
        this.keys = keys;
        this.hubs = hubs;
        this.errors = errors;
    }

    /** @param key told this once; one made before is worth nothing any more */
    record PushKey(String key) {}

    /** Makes a key to push with. */
    @PostMapping("/push-key")
    PushKey pushKey(@PathVariable String id) {
        return new PushKey(keys.issue(registrations.harvested(find(id))));
    }

    /** @param hub that the feed names; empty where it names none */
    record Told(Optional<Hubs.Hub> hub) {}

    /** Whether a hub tells us of changes. */
    @GetMapping("/hub")
    Told hub(@PathVariable String id) {
        return new Told(hubs.of(find(id).source()));
    }

    /** @param way which of those that the look found, counted from 0 */
    record Readdressing(Optional<String> preview, Optional<Integer> way) {}

    /** Another address: it holds at once on a site that is proven to be theirs, else an operator decides anew. */
    @PostMapping("/address")
    Registration readdress(@PathVariable String id, @RequestBody Readdressing wish) {
        return registrations.readdress(
                find(id), wish.preview().orElse(""), wish.way().orElse(0));
    }

    /** @param found how the token was found; empty when it was not */
    record Proven(Optional<Proof> found, Registration registration) {}

    /** Looks for the proof token on the site. */
    @PostMapping("/prove")
    Proven prove(@PathVariable String id) {
        Optional<Proof> found = proofs.look(find(id));
        return new Proven(found, find(id));
    }

    /** @param next the id behind which the following page begins; empty on the last one */
    record ItemList(List<Standing.ItemStanding> items, Optional<String> next) {}

    @GetMapping("/standing")
    Standing standing(@PathVariable String id) {
        return standings.of(find(id).sources());
    }

    @GetMapping("/items")
    ItemList items(
            @PathVariable String id,
            @RequestParam(defaultValue = "100") int size,
            @RequestParam(defaultValue = "") String after) {
        List<Standing.ItemStanding> page = standings.items(find(id).sources(), after, Cursor.checkedSize(size));
        return new ItemList(
                page,
                page.size() < size
                        ? Optional.empty()
                        : Optional.of(page.getLast().id().value()));
    }

    /** Every single thing that is wrong or missing, for a spreadsheet. */
    @GetMapping("/errors.csv")
    void errors(@PathVariable String id, HttpServletResponse response) throws IOException {
        Registration registration = find(id);
        response.setContentType("text/csv;charset=utf-8");
        attach(response, registration.source() + "-errors.csv");
        errors.write(
                reader -> standings.eachProblem(registration.sources(), reader),
                Locale.of(registration.language()),
                response.getWriter());
    }

    /** All that is held on this partner, as a zip. */
    @GetMapping("/export")
    void export(@PathVariable String id, HttpServletResponse response) throws IOException {
        Registration registration = find(id);
        response.setContentType("application/zip");
        attach(response, registration.source() + ".zip");
        held.write(registration, response.getOutputStream());
    }

    private static void attach(HttpServletResponse response, String name) {
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @PostMapping("/check")
    Registration check(@PathVariable String id) {
        registrations.checkNow(find(id));
        return find(id);
    }

    @PostMapping("/items/{item}/withdraw")
    Registration withdraw(@PathVariable String id, @PathVariable String item) {
        registrations.withdraw(find(id), resource(item));
        return find(id);
    }

    @PostMapping("/items/{item}/restore")
    Registration restore(@PathVariable String id, @PathVariable String item) {
        registrations.restore(find(id), resource(item));
        return find(id);
    }

    static ResourceId resource(String text) {
        if (!text.matches("[0-9a-f]{32}")) {
            throw new WrongParameter("item", "is no item's id");
        }
        return new ResourceId(text);
    }

    private Registration find(String id) {
        return registrations.find(id).orElseThrow(() -> Refusal.notThere("There is no registration '" + id + "'"));
    }
}
