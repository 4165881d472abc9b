package be.vakoogst.partner;

import be.vakoogst.problem.Refusal;
import be.vakoogst.problem.WrongParameter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/partner}: the way in for publishers, open to anybody within limits; an id that cannot be guessed is the key to what it names. */
@RestController
@RequestMapping("/api/partner")
class PartnerController {

    private final Previews previews;
    private final Sheets sheets;
    private final Registrations registrations;
    private final InstantSource clock;

    PartnerController(Previews previews, Sheets sheets, Registrations registrations, InstantSource clock) {
        this.previews = previews;
        this.sheets = sheets;
        this.registrations = registrations;
        this.clock = clock;
    }

    record Address(Optional<String> url) {}

    /** Begins a look; it is followed under its id until it is no longer {@code looking}, and shows what was found so far. */
    @PostMapping("/preview")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Preview preview(@RequestBody Address address, HttpServletRequest request) {
        String url = address.url().orElseThrow(() -> new WrongParameter("url", "is missing"));
        return find(previews.begin(url, Visitor.of(request.getRemoteAddr(), clock)));
    }

    /** The same of a sheet, {@code multipart/form-data} with {@code file}: CSV or JSON, as the page for partners describes it. */
    @PostMapping("/sheets")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Preview sheet(HttpServletRequest request) throws IOException {
        return find(sheets.begin(Sheets.Sheet.in(request), Visitor.of(request.getRemoteAddr(), clock)));
    }

    @GetMapping("/previews/{id}")
    Preview find(@PathVariable String id) {
        return previews.find(id).orElseThrow(() -> Refusal.notThere("There is no preview '" + id + "'"));
    }

    /** Tries also what is less likely. */
    @PostMapping("/previews/{id}/others")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Preview others(@PathVariable String id) {
        previews.lookFurther(find(id));
        return find(id);
    }

    @PostMapping("/registrations")
    @ResponseStatus(HttpStatus.CREATED)
    Registration register(@RequestBody Application.Form form) {
        return registrations.apply(form.checked());
    }

    @GetMapping("/registrations/{id}")
    Registration registration(@PathVariable String id) {
        return registrations.find(id).orElseThrow(() -> Refusal.notThere("There is no registration '" + id + "'"));
    }

    @PostMapping("/registrations/{id}/pause")
    Registration pause(@PathVariable String id) {
        return registrations.pause(registration(id));
    }

    @PostMapping("/registrations/{id}/resume")
    Registration resume(@PathVariable String id) {
        return registrations.resume(registration(id));
    }

    @PostMapping("/registrations/{id}/withdraw")
    Registration withdraw(@PathVariable String id) {
        return registrations.withdraw(registration(id));
    }
}
