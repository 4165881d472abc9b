package be.vakoogst.search;

import be.vakoogst.audit.Audit;
import be.vakoogst.problem.Refusal;
import be.vakoogst.role.ConditionalOnRole;
import be.vakoogst.role.Role;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/search/rules}, for operators: what is put first, preferred or left out per query. */
@RestController
@ConditionalOnRole(Role.SEARCH)
@RequestMapping("/api/search/rules")
class RulesController {

    private final Rules rules;
    private final Audit audit;

    RulesController(Rules rules, Audit audit) {
        this.rules = rules;
        this.audit = audit;
    }

    record All(List<Rules.Rule> rules) {}

    @GetMapping
    All all() {
        return new All(rules.all());
    }

    /** Takes the place of what was set for the same query before. */
    @PutMapping
    Rules.Rule set(@RequestBody Rules.Rule rule) {
        Optional<Rules.Rule> before = rules.set(rule);
        audit.record("search-rule.set", "search-rule:" + rule.query(), before.orElse(null), rule);
        return rule;
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@RequestParam String query) {
        Rules.Rule before =
                rules.remove(query).orElseThrow(() -> Refusal.notThere("No rule was set for '" + query + "'"));
        audit.record("search-rule.removed", "search-rule:" + query, before, null);
    }
}
