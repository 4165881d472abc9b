package be.vakoogst.language;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with their unit, written together or apart: {@code 230 V}, {@code 230V}, {@code 10 mm²}, {@code 2,5mm2}. */
final class Units {

    private static final Set<String> UNITS = Set.of(
            "v", "kv", "mv", "a", "ma", "ka", "ah", "mah", "w", "kw", "mw", "kwh", "wh", "va", "kva", "mm", "cm", "dm",
            "m", "km", "um", "mm2", "cm2", "m2", "m3", "cm3", "l", "dl", "cl", "ml", "kg", "g", "mg", "t", "ton", "bar",
            "mbar", "pa", "kpa", "mpa", "n", "kn", "nm", "hz", "khz", "mhz", "ghz", "rpm", "c", "k", "f", "uf", "nf",
            "pf", "ohm", "kohm", "mohm", "inch", "lux", "lm", "db", "mb", "gb", "tb", "mbit", "gbit", "pk", "hp",
            "bit");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(?:[.,]\\d{1,6})?");
    private static final Pattern TOGETHER = Pattern.compile("(\\d{1,9}(?:[.,]\\d{1,6})?)-?([a-z]{1,5}[23]?)");

    private Units() {}

    /** @param number with a point for decimals */
    record Amount(String number, String unit) {

        String together() {
            return number + unit;
        }
    }

    static boolean isNumber(String form) {
        return NUMBER.matcher(form).matches();
    }

    static Optional<Amount> together(String form) {
        if (!mayBeAmount(form)) {
            return Optional.empty();
        }
        Matcher amount = TOGETHER.matcher(form);
        return amount.matches() ? of(amount.group(1), amount.group(2)) : Optional.empty();
    }

    /** Spares words and bare numbers the expression: an amount begins with a digit and ends with a letter, or with one and a power. */
    private static boolean mayBeAmount(String form) {
        int last = form.length() - 1;
        return last > 0
                && Character.isDigit(form.charAt(0))
                && (Character.isLetter(form.charAt(last)) || Character.isLetter(form.charAt(last - 1)));
    }

    static Optional<Amount> of(String number, String unit) {
        return isNumber(number) && UNITS.contains(unit)
                ? Optional.of(new Amount(number.replace(',', '.'), unit))
                : Optional.empty();
    }
}
