package be.vakoogst.embed;

import be.vakoogst.problem.Page;
import be.vakoogst.resource.Attribution;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.role.ConditionalOnRole;
import be.vakoogst.role.Role;
import be.vakoogst.search.ReservedUse;
import be.vakoogst.trade.Trade;
import be.vakoogst.trade.Vocabulary;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What stands in the frames of others, and {@code /widget}, where they get the tag for theirs. */
@Page
@ConditionalOnRole(Role.SEARCH)
class EmbedPages {

    private static final int LONGEST = 200;

    private final Embeddable embeddable;
    private final Vocabulary vocabulary;

    EmbedPages(Embeddable embeddable, Vocabulary vocabulary) {
        this.embeddable = embeddable;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/embed/resources/{id}")
    String resource(@PathVariable String id, Model model, HttpServletResponse response) {
        LearningResource resource = embeddable.find(id);
        model.addAttribute("resource", resource);
        model.addAttribute("licence", Attribution.licence(resource));
        ReservedUse.tell(resource.reservations(), response::addHeader);
        return "embed/resource";
    }

    record Named(String id, String label) {}

    @GetMapping("/widget")
    String widget(
            @RequestParam(defaultValue = "") String trade,
            @RequestParam(defaultValue = "") String q,
            Model model,
            Locale locale,
            HttpServletRequest request) {
        String base =
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        String known = vocabulary.trade(trade).map(Trade::id).orElse("");
        String words = q.strip().substring(0, Math.min(LONGEST, q.strip().length()));
        model.addAttribute("base", base);
        model.addAttribute("trades", trades(locale.getLanguage()));
        model.addAttribute("trade", known);
        model.addAttribute("q", words);
        model.addAttribute("tag", tag(base, known, words, locale.getLanguage()));
        return "embed/widget";
    }

    private List<Named> trades(String language) {
        return vocabulary.trades().stream()
                .map(trade -> new Named(trade.id(), trade.label(language)))
                .sorted(Comparator.comparing(Named::label))
                .toList();
    }

    private static String tag(String base, String trade, String words, String language) {
        String which = (trade.isEmpty() ? "" : " data-trade=\"" + Markup.escaped(trade) + "\"")
                + (words.isEmpty() ? "" : " data-q=\"" + Markup.escaped(words) + "\"");
        return "<script src=\"%s/widget.js\"%s data-lang=\"%s\" async></script>".formatted(base, which, language);
    }
}
