package be.vakoogst.folder;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * What the cells of a workbook say (ECMA-376 part 1, section 18.3.1.4): a date as ISO 8601 has it, and no number in scientific notation.
 *
 * @param from1904 whether days are counted from 1904
 */
record WorkbookCells(List<String> strings, WorkbookStyles styles, boolean from1904) {

    /**
     * @param type as the cell has it
     * @param style its index; negative where it has none
     * @param value as it is stored
     * @throws IllegalArgumentException where it is no such value, or there is no such string
     */
    String text(String type, int style, String value) {
        return switch (type) {
            case "s" -> shared(Integer.parseInt(value.strip()));
            case "b" -> Boolean.toString(value.strip().equals("1"));
            case "n" -> styles.isDate(style) ? date(Double.parseDouble(value.strip())) : number(value.strip());
            case "e" -> throw new IllegalArgumentException("holds the error " + value.strip());
            default -> value;
        };
    }

    private String shared(int index) {
        if (index < 0 || index >= strings.size()) {
            throw new IllegalArgumentException("names a string that the workbook does not have");
        }
        return strings.get(index);
    }

    /** What is less than a day is how long something takes. */
    private String date(double days) {
        if (days >= 0 && days < 1) {
            return Duration.ofSeconds(Math.round(days * Duration.ofDays(1).toSeconds()))
                    .toString();
        }
        LocalDateTime time = DateUtil.getLocalDateTime(days, from1904, true);
        if (time == null) {
            throw new IllegalArgumentException("holds no date there is: " + days);
        }
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String number(String value) {
        return BigDecimal.valueOf(Double.parseDouble(value))
                .stripTrailingZeros()
                .toPlainString();
    }
}
