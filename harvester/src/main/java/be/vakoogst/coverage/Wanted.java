package be.vakoogst.coverage;

import be.vakoogst.facts.Dimension;
import be.vakoogst.facts.Fact;
import be.vakoogst.facts.RecordFilter;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.trade.Trade;
import be.vakoogst.trade.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which records an address asks for: a parameter per dimension, {@code study} for what the trades of a studierichting have, and
 * {@code duplicates=true} for those too in whose place another record of the same work is shown.
 */
final class Wanted {

    private static final Set<String> OTHERS = Set.of("study", "duplicates", "after", "size", "lang");

    private Wanted() {}

    /** @throws WrongParameter naming a parameter that there is not */
    static RecordFilter of(Map<String, String[]> parameters, Vocabulary vocabulary) {
        List<Fact> facts = parameters.entrySet().stream()
                .filter(each -> !OTHERS.contains(each.getKey()))
                .flatMap(each -> Arrays.stream(each.getValue()).map(value -> fact(each.getKey(), value)))
                .toList();
        List<String> study = Arrays.stream(parameters.getOrDefault("study", new String[0]))
                .flatMap(name -> trades(name, vocabulary).stream())
                .distinct()
                .toList();
        return new RecordFilter(facts, study, !duplicates(parameters));
    }

    private static boolean duplicates(Map<String, String[]> parameters) {
        return Arrays.asList(parameters.getOrDefault("duplicates", new String[0]))
                .contains("true");
    }

    private static Fact fact(String name, String value) {
        return Dimension.named(name)
                .map(dimension -> new Fact(dimension, value))
                .orElseThrow(() -> new WrongParameter(
                        name,
                        "is not known; there are study, duplicates, "
                                + Arrays.stream(Dimension.values())
                                        .map(Dimension::code)
                                        .collect(Collectors.joining(", "))));
    }

    private static List<String> trades(String programme, Vocabulary vocabulary) {
        List<String> trades = vocabulary.trades().stream()
                .filter(trade -> trade.facts().studyProgrammes().contains(programme))
                .map(Trade::id)
                .toList();
        if (trades.isEmpty()) {
            throw new WrongParameter("study", "is '" + programme + "', which no trade names");
        }
        return trades;
    }
}
