package be.vakoogst.usage;

import be.vakoogst.problem.WrongParameter;
import be.vakoogst.role.ConditionalOnRole;
import be.vakoogst.role.Role;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/usage?from&to}, for operators: the last 30 days where nothing else is asked. */
@RestController
@ConditionalOnRole(Role.SEARCH)
class UsageController {

    private static final int MOST = 100;
    private static final int DAYS = 30;

    private final UsageTable table;
    private final InstantSource clock;

    UsageController(UsageTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    @GetMapping("/api/usage")
    UsageReport report(@RequestParam Optional<String> from, @RequestParam Optional<String> to) {
        LocalDate last = to.map(text -> date("to", text))
                .orElseGet(() ->
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1));
        LocalDate first = from.map(text -> date("from", text)).orElse(last.minusDays(DAYS));
        return new UsageReport(
                first,
                last,
                table.days(first, last),
                table.queries(first, last, false, MOST),
                table.queries(first, last, true, MOST),
                table.trades(first, last),
                table.resources(first, last, MOST));
    }

    private static LocalDate date(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new WrongParameter(name, "is '" + text + "' and must be a date such as 2026-01-31");
        }
    }
}
