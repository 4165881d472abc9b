package be.vakoogst.coverage;

import be.vakoogst.search.Labels;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/** Finds the trades that have too little, those first that most is asked of for what they have. */
class Gaps {

    private final CoverageSettings settings;
    private final Labels labels;
    private final MessageSource messages;

    Gaps(CoverageSettings settings, Labels labels, MessageSource messages) {
        this.settings = settings;
        this.labels = labels;
        this.messages = messages;
    }

    List<Gap> of(List<Part> trades, Locale locale) {
        return trades.stream()
                .map(trade -> of(trade, locale))
                .filter(gap -> gap.few() || gap.unanswered() || !gap.without().isEmpty())
                .sorted(Comparator.comparingDouble((Gap gap) -> -(gap.asked().searches() + 1.0) / (gap.resources() + 1))
                        .thenComparing(Gap::trade))
                .toList();
    }

    private Gap of(Part trade, Locale locale) {
        List<Part.Value> without = settings.audiences().stream()
                .filter(audience -> trade.count("audience", audience) == 0)
                .map(audience -> new Part.Value(audience, labels.of("audience", audience, locale.getLanguage()), 0))
                .toList();
        Part.Asked asked = trade.asked();
        boolean unanswered = asked.searches() >= settings.leastSearches()
                && asked.withoutResult() >= settings.unanswered() * asked.searches();
        return new Gap(
                trade.id(),
                trade.label(),
                trade.resources(),
                trade.resources() < settings.few(),
                without,
                unanswered,
                asked,
                text(trade, without, locale));
    }

    private String text(Part trade, List<Part.Value> without, Locale locale) {
        String missing = without.stream().map(Part.Value::label).collect(Collectors.joining(", "));
        return Stream.of(
                        message("coverage.gap.resources", locale, trade.label(), trade.resources()),
                        missing.isEmpty() ? "" : message("coverage.gap.without", locale, missing),
                        message(
                                "coverage.gap.searches",
                                locale,
                                trade.asked().searches(),
                                trade.asked().withoutResult()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String message(String key, Locale locale, Object... facts) {
        return messages.getMessage(key, facts, locale);
    }
}
