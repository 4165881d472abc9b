package be.vakoogst.republish;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.problem.Page;
import be.vakoogst.problem.Refusal;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.role.ConditionalOnRole;
import be.vakoogst.role.Role;
import be.vakoogst.search.JsonLdForm;
import be.vakoogst.search.ReservedUse;
import be.vakoogst.trade.Vocabulary;
import be.vakoogst.usage.Usage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** {@code /resources/{id}}: a resource's own page, with its JSON-LD for machines and the way to the publisher for people. */
@Page
@ConditionalOnRole(Role.SEARCH)
class ResourcePage {

    private final Catalogue catalogue;
    private final Vocabulary vocabulary;
    private final Usage usage;

    ResourcePage(Catalogue catalogue, Vocabulary vocabulary, Usage usage) {
        this.catalogue = catalogue;
        this.vocabulary = vocabulary;
        this.usage = usage;
    }

    /** A trade as a reader knows it, with the words that gave it. */
    record Filed(String id, String label, List<String> words) {}

    @GetMapping("/resources/{id}")
    String page(
            @PathVariable String id,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        CatalogueRecord record = Optional.of(id)
                .filter(text -> text.matches("[0-9a-f]{32}"))
                .flatMap(text -> catalogue.find(new ResourceId(text)))
                .orElseThrow(() -> Refusal.notThere("There is no resource '" + id + "'"));
        LearningResource resource =
                record.resource().orElseThrow(() -> Refusal.gone("The resource '" + id + "' was withdrawn"));
        ReservedUse.tell(resource.reservations(), response::addHeader);
        usage.viewed(id);
        model.addAttribute("resource", resource);
        model.addAttribute("reserved", Rights.reserved(resource));
        model.addAttribute("filed", filed(resource, locale.getLanguage()));
        record.passedOnByItself().ifPresent(passed -> {
            model.addAttribute("jsonLd", inScript(JsonLdForm.of(passed).toString()));
            model.addAttribute("oembed", oembed(id, request));
        });
        return "republish/resource";
    }

    /** The address by which other sites learn how to show it (oEmbed 1.0, section 4). */
    private static String oembed(String id, HttpServletRequest request) {
        String base =
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        return base + "/oembed?url=" + URLEncoder.encode(base + "/resources/" + id, StandardCharsets.UTF_8);
    }

    private List<Filed> filed(LearningResource resource, String language) {
        return resource.subject().trades().stream()
                .map(trade -> new Filed(
                        trade.id(),
                        vocabulary
                                .trade(trade.id())
                                .map(known -> known.label(language))
                                .orElse(trade.id()),
                        trade.evidence().stream()
                                .map(evidence -> evidence.term())
                                .distinct()
                                .toList()))
                .toList();
    }

    /** Nothing in JSON may end the script element that holds it (HTML, "Restrictions for contents of script elements"). */
    private static String inScript(String json) {
        return json.replace("<", "\\u003c");
    }
}
