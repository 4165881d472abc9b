package be.vakoogst.coverage;

import be.vakoogst.problem.WrongParameter;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Days from one to another, both within. */
record Period(LocalDate from, LocalDate to) {

    static Period of(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    /** @throws WrongParameter naming {@code from} or {@code to} */
    static Period parse(Optional<String> from, Optional<String> to, LocalDate today, int days) {
        LocalDate last = to.map(text -> date("to", text)).orElse(today);
        LocalDate first = from.map(text -> date("from", text)).orElse(last.minusDays(days - 1L));
        if (first.isAfter(last)) {
            throw new WrongParameter("from", "is " + first + ", after " + last);
        }
        return new Period(first, last);
    }

    private static LocalDate date(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new WrongParameter(name, "is '" + text + "' and must be a date such as 2026-01-31");
        }
    }

    /** @throws WrongParameter naming {@code month} */
    static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw new WrongParameter("month", "is '" + text + "' and must be a month such as 2026-01");
        }
    }
}
