package be.vakoogst.operate;

import be.vakoogst.schedule.Because;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says why a source runs next when it does, in the language of the request; templates call it {@code @reasons}. */
@Component
public class Reasons {

    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private final MessageSource messages;

    Reasons(MessageSource messages) {
        this.messages = messages;
    }

    public String text(Because because) {
        return switch (because) {
            case Because.Cron(var expression, var zone) -> message(because, expression, zone);
            case Because.Missed(var expression, var zone) -> message(because, expression, zone);
            case Because.Interval(var every) -> message(because, duration(every));
            case Because.Adaptive(var every, var _, var runs, var changed) ->
                message(because, duration(every), runs, changed);
            case Because.Opening(var wanted) -> message(because, moment(wanted));
            case Because.First() -> message(because);
            case Because.Asked() -> message(because);
        };
    }

    private String message(Because because, Object... facts) {
        return messages.getMessage("operate.because." + because.code(), facts, LocaleContextHolder.getLocale());
    }

    private static String moment(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(LocaleContextHolder.getLocale())
                .withZone(ZONE)
                .format(time);
    }

    /** The two largest units: {@code 2d 3h}. */
    private static String duration(Duration time) {
        if (time.toDays() > 0) {
            return units(time.toDays(), "d", time.toHoursPart(), "h");
        }
        return time.toHours() > 0
                ? units(time.toHours(), "h", time.toMinutesPart(), "min")
                : units(time.toMinutes(), "min", time.toSecondsPart(), "s");
    }

    private static String units(long large, String name, long small, String smallName) {
        String rest = small == 0 ? "" : " %d%s".formatted(small, smallName);
        return String.format(Locale.ROOT, "%d%s%s", large, name, rest);
    }
}
