package be.vakoogst.search;

import be.vakoogst.problem.Refusal;
import be.vakoogst.role.ConditionalOnRole;
import be.vakoogst.role.Role;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/trades} and {@code /api/trades/{id}}. */
@RestController
@ConditionalOnRole(Role.SEARCH)
class TradesController {

    private final TradeFacts facts;

    TradesController(TradeFacts facts) {
        this.facts = facts;
    }

    @GetMapping("/api/trades")
    ResponseEntity<TradeFacts.All> all(Locale locale) {
        return ResponseEntity.ok().cacheControl(Freshness.OF_ANSWERS).body(facts.all(locale.getLanguage()));
    }

    @GetMapping("/api/trades/{id}")
    TradeFacts.Detail one(@PathVariable String id, Locale locale) {
        return facts.of(id, locale.getLanguage()).orElseThrow(() -> Refusal.notThere("There is no trade '" + id + "'"));
    }
}
