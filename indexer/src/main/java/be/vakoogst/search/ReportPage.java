package be.vakoogst.search;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.report.Reports;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.role.ConditionalOnRole;
import be.vakoogst.role.Role;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Something wrong?" at {@code /report/{id}}. */
@Controller
@ConditionalOnRole(Role.SEARCH)
@RequestMapping("/report/{id}")
class ReportPage {

    private final Catalogue catalogue;
    private final Reports reports;

    ReportPage(Catalogue catalogue, Reports reports) {
        this.catalogue = catalogue;
        this.reports = reports;
    }

    @GetMapping
    String form(@PathVariable String id, Model model) {
        model.addAttribute("resource", resource(id));
        model.addAttribute(
                "reasons",
                Arrays.stream(Reports.Reason.values()).map(Reports.Reason::code).toList());
        return "report";
    }

    @PostMapping
    String take(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String remark,
            Model model) {
        reports.add(resource(id).id(), reason, remark);
        model.addAttribute("message", "search.report.thanks");
        return "search-message";
    }

    private LearningResource resource(String id) {
        return Optional.of(id)
                .filter(text -> text.matches("[0-9a-f]{32}"))
                .flatMap(text -> catalogue.find(new ResourceId(text)))
                .flatMap(CatalogueRecord::resource)
                .orElseThrow(() -> new NoSuchPage("There is no resource '" + id + "'"));
    }
}
