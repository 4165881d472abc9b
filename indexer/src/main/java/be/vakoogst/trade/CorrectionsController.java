package be.vakoogst.trade;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.Correction;
import be.vakoogst.catalogue.Correction.Verdict;
import be.vakoogst.catalogue.Corrections.Agreement;
import be.vakoogst.paging.Page;
import be.vakoogst.problem.Refusal;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.resource.ResourceId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/resources/{id}/trades} and {@code /api/corrections}: operators correct trades, and see where that is needed most. */
@RestController
class CorrectionsController {

    private static final int LONGEST_WHY = 1000;
    private static final int WEEKS = 104;

    private final Correcting correcting;
    private final Catalogue catalogue;

    CorrectionsController(Correcting correcting, Catalogue catalogue) {
        this.correcting = correcting;
        this.catalogue = catalogue;
    }

    /**
     * What is said.
     *
     * @param verdict add, remove or lock
     * @param why in the operator's own words
     */
    record Said(Optional<String> verdict, Optional<String> why) {

        Verdict checkedVerdict() {
            return Arrays.stream(Verdict.values())
                    .filter(each -> each.code().equals(verdict.orElse("")))
                    .findFirst()
                    .orElseThrow(() -> new WrongParameter(
                            "verdict", "is '" + verdict.orElse("") + "' and must be add, remove or lock"));
        }

        String checkedWhy() {
            String text = why.orElse("").strip();
            if (text.isEmpty() || text.length() > LONGEST_WHY) {
                throw new WrongParameter("why", "must have 1 to " + LONGEST_WHY + " characters");
            }
            return text;
        }
    }

    /** By week, the latest first. */
    record Agreements(List<Agreement> weeks) {}

    @GetMapping("/api/resources/{id}/trades")
    Correcting.Filed filed(@PathVariable String id) {
        return correcting.filed(known(id)).orElseThrow(() -> noSuch(id));
    }

    @PutMapping("/api/resources/{id}/trades/{trade}")
    Correcting.Filed say(@PathVariable String id, @PathVariable String trade, @RequestBody Said said) {
        return correcting
                .say(known(id), trade, said.checkedVerdict(), said.checkedWhy())
                .orElseThrow(() -> noSuch(id));
    }

    @DeleteMapping("/api/resources/{id}/trades/{trade}")
    Correcting.Filed takeBack(@PathVariable String id, @PathVariable String trade) {
        return correcting.takeBack(known(id), trade).orElseThrow(() -> noSuch(id));
    }

    /** The latest first. */
    @GetMapping("/api/corrections")
    Page<Correction> corrections(@RequestParam Optional<String> cursor, @RequestParam(defaultValue = "50") int size) {
        return Page.of(cursor, size, catalogue.corrections()::latest);
    }

    /** The judgements to look at first. */
    @GetMapping("/api/corrections/uncertain")
    Page<Correcting.Filed> uncertain(
            @RequestParam Optional<String> cursor, @RequestParam(defaultValue = "50") int size) {
        return Page.of(cursor, size, correcting::leastCertain);
    }

    /** How often the classifier had said what operators said. */
    @GetMapping("/api/corrections/agreement")
    Agreements agreement() {
        return new Agreements(catalogue.corrections().agreement(WEEKS));
    }

    private static ResourceId known(String id) {
        try {
            return new ResourceId(id);
        } catch (IllegalArgumentException e) {
            throw noSuch(id);
        }
    }

    private static Refusal noSuch(String id) {
        return Refusal.notThere("There is no resource '" + id + "'");
    }
}
