package be.vakoogst.partner;

import be.vakoogst.control.Proof;
import be.vakoogst.problem.Page;
import be.vakoogst.problem.Refusal;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.push.Hubs;
import be.vakoogst.standing.Standings;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /partner}: one field to begin with, the preview while it is made, the registration, and what became of it. */
@Page
class PartnerPages {

    /** Of the vocabulary those that a form asks about; a file of a source may name any. */
    private static final List<String> AUDIENCES =
            List.of("leerling", "leraar", "cursist-volwassenen", "werkplekbegeleider");

    private final Previews previews;
    private final Registrations registrations;
    private final Registrations.Texts texts;
    private final Standings standings;
    private final Hubs hubs;
    private final InstantSource clock;

    PartnerPages(
            Previews previews,
            Registrations registrations,
            Registrations.Texts texts,
            Standings standings,
            Hubs hubs,
            InstantSource clock) {
        this.previews = previews;
        this.registrations = registrations;
        this.texts = texts;
        this.standings = standings;
        this.hubs = hubs;
        this.clock = clock;
    }

    @GetMapping("/partner")
    String start() {
        return "partner/start";
    }

    @PostMapping("/partner/previews")
    String look(@RequestParam String url, HttpServletRequest request, Model model) {
        try {
            return "redirect:/partner/previews/" + previews.begin(url, Visitor.of(request.getRemoteAddr(), clock));
        } catch (WrongParameter wrong) {
            return again(url, "partner.wrong-address", model);
        } catch (Refusal often) {
            return again(url, "partner.too-often", model);
        }
    }

    private static String again(String url, String message, Model model) {
        model.addAttribute("url", url);
        model.addAttribute("message", message);
        return "partner/start";
    }

    @GetMapping("/partner/previews/{id}")
    String preview(@PathVariable String id, @RequestParam Optional<String> of, Model model, Locale locale) {
        return preview(id, of, Fields.NONE, model, locale);
    }

    private String preview(String id, Optional<String> of, Fields fields, Model model, Locale locale) {
        Optional<Preview> preview = previews.find(id);
        if (preview.isEmpty()) {
            return "redirect:/partner";
        }
        model.addAttribute("preview", preview.get());
        model.addAttribute("of", of.flatMap(registrations::find).orElse(null));
        model.addAttribute("fields", fields);
        model.addAttribute("trades", texts.trades());
        model.addAttribute("audiences", AUDIENCES);
        model.addAttribute("permission", texts.permission(locale.getLanguage()));
        return "partner/preview";
    }

    @PostMapping("/partner/previews/{id}/others")
    String others(@PathVariable String id) {
        previews.lookFurther(previews.find(id).orElseThrow(() -> Refusal.notThere("There is no preview '" + id + "'")));
        return "redirect:/partner/previews/" + id;
    }

    /** What a form of the web sends, as the API would have it, and as it is shown again where something is wrong. */
    record Fields(
            Optional<String> preview,
            Optional<Integer> way,
            Optional<String> organisation,
            Optional<String> contact,
            Optional<String> email,
            Optional<String> licence,
            Optional<List<String>> audience,
            Optional<List<String>> trades,
            Optional<Integer> every,
            Optional<Boolean> agreed) {

        static final Fields NONE = new Fields(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        private Application.Form form(String language) {
            return new Application.Form(
                    preview,
                    way,
                    organisation,
                    contact,
                    email,
                    Optional.of(language),
                    licence,
                    audience,
                    trades,
                    every,
                    agreed);
        }
    }

    @PostMapping("/partner/registrations")
    String register(Fields fields, Model model, Locale locale) {
        try {
            Registration registration =
                    registrations.apply(fields.form(locale.getLanguage()).checked());
            return "redirect:/partner/registrations/" + registration.id() + "?new";
        } catch (WrongParameter wrong) {
            model.addAttribute("wrong", wrong.parameter());
            return preview(fields.preview().orElse(""), Optional.empty(), fields, model, locale);
        }
    }

    /** The link of the mail leads here, with what confirms it. The one right after registering has {@code new}. */
    @GetMapping("/partner/registrations/{id}")
    String registration(
            @PathVariable String id,
            @RequestParam(name = "new") Optional<String> fresh,
            @RequestParam Optional<String> confirm,
            Model model) {
        Registration registration = find(id);
        confirm.ifPresent(token -> registrations.confirm(registration, token));
        model.addAttribute("registration", find(id));
        model.addAttribute("proofFile", Proof.file(registration.address()));
        model.addAttribute("proofHost", registration.address().getHost());
        model.addAttribute("fresh", fresh.isPresent());
        model.addAttribute("standing", standings.of(registration.sources()));
        model.addAttribute("hub", hubs.of(registration.source()).orElse(null));
        return "partner/registration";
    }

    @PostMapping("/partner/registrations/{id}/pause")
    String pause(@PathVariable String id) {
        registrations.pause(find(id));
        return "redirect:/partner/registrations/" + id;
    }

    @PostMapping("/partner/registrations/{id}/resume")
    String resume(@PathVariable String id) {
        registrations.resume(find(id));
        return "redirect:/partner/registrations/" + id;
    }

    @PostMapping("/partner/registrations/{id}/withdraw")
    String withdraw(@PathVariable String id) {
        registrations.withdraw(find(id));
        return "redirect:/partner/registrations/" + id;
    }

    private Registration find(String id) {
        return registrations.find(id).orElseThrow(() -> Refusal.notThere("There is no registration '" + id + "'"));
    }
}
