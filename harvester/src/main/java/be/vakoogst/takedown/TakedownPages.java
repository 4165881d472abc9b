package be.vakoogst.takedown;

import be.vakoogst.problem.Page;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.resource.ResourceId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /takedown}: the form for anybody and what became of a request; {@code /operate/takedowns}: what operators decide on. */
@Page
class TakedownPages {

    private static final int MOST = 100;

    private final Takedowns takedowns;

    TakedownPages(Takedowns takedowns) {
        this.takedowns = takedowns;
    }

    @GetMapping("/takedown")
    String form(@RequestParam(defaultValue = "") String url, Model model) {
        return form(new Fields(url, "", "", "", "", Optional.empty()), model);
    }

    /** What a form of the web sends, as it is shown again where something is wrong. */
    record Fields(
            String url, String reason, String explanation, String name, String email, Optional<Boolean> goodFaith) {

        private Form form(Locale locale) {
            return new Form(
                    Optional.ofNullable(url),
                    Optional.ofNullable(reason),
                    Optional.ofNullable(explanation),
                    Optional.ofNullable(name),
                    Optional.ofNullable(email),
                    Optional.of(locale.getLanguage()),
                    goodFaith);
        }
    }

    private static String form(Fields fields, Model model) {
        model.addAttribute("fields", fields);
        model.addAttribute(
                "reasons",
                Arrays.stream(Takedown.Reason.values())
                        .map(Takedown.Reason::code)
                        .toList());
        return "takedown/form";
    }

    @PostMapping("/takedown")
    String ask(Fields fields, Model model, Locale locale) {
        try {
            return "redirect:/takedown/" + takedowns.ask(fields.form(locale)).key();
        } catch (WrongParameter wrong) {
            model.addAttribute("wrong", wrong.parameter());
            return form(fields, model);
        }
    }

    @GetMapping("/takedown/{key}")
    String status(@PathVariable String key, Model model) {
        model.addAttribute("takedown", takedowns.find(key));
        return "takedown/status";
    }

    @GetMapping("/operate/takedowns")
    String list(Model model) {
        List<Takedown> all = takedowns.list(MOST);
        model.addAttribute("takedowns", all);
        return "takedown/list";
    }

    /** @param answer {@code accept}, {@code refuse} or {@code readmit} */
    @PostMapping("/operate/takedowns/{id}")
    String decide(
            @PathVariable long id,
            @RequestParam String answer,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(defaultValue = "") String resource,
            Model model) {
        Takedown takedown = takedowns.find(id);
        try {
            switch (answer) {
                case "accept" -> takedowns.accept(takedown, named(resource), comment);
                case "refuse" -> takedowns.refuse(takedown, comment);
                case "readmit" -> takedowns.readmit(takedown, comment);
                default -> throw new WrongParameter("answer", "must be accept, refuse or readmit");
            }
            return "redirect:/operate/takedowns";
        } catch (WrongParameter wrong) {
            model.addAttribute("wrong", id);
            model.addAttribute("parameter", wrong.parameter());
            return list(model);
        }
    }

    private static Optional<ResourceId> named(String resource) {
        return Optional.of(resource.strip())
                .filter(id -> id.matches("[0-9a-f]{32}"))
                .map(ResourceId::new);
    }
}
