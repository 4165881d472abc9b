package be.vakoogst.trade;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Judgements beside the truth. Macro-F1 is the mean over the trades that occur in the truth; a record that belongs to no trade counts in a row of
 * its own, {@code (none)}: its precision says how often "no trade" is right. For one thread.
 */
public final class Judgements {

    private static final String NONE = "(none)";

    private final Map<String, Tally> tallies = new TreeMap<>();
    private final Map<String, Integer> confusions = new HashMap<>();
    private int records;
    private int exact;

    private static final class Tally {
        private int right;
        private int wrong;
        private int missed;

        double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }

        double recall() {
            return right + missed == 0 ? 1 : (double) right / (right + missed);
        }

        double f1() {
            return right == 0 ? 0 : 2.0 * right / (2 * right + wrong + missed);
        }
    }

    public void add(Set<String> truth, Set<String> judged) {
        records++;
        exact += truth.equals(judged) ? 1 : 0;
        Set<String> wanted = truth.isEmpty() ? Set.of(NONE) : truth;
        Set<String> found = judged.isEmpty() ? Set.of(NONE) : judged;
        Set<String> all = new HashSet<>(wanted);
        all.addAll(found);
        all.forEach(trade -> count(trade, wanted.contains(trade), found.contains(trade)));
        found.stream()
                .filter(trade -> !wanted.contains(trade))
                .forEach(trade -> confusions.merge(String.join("+", wanted) + " taken for " + trade, 1, Integer::sum));
    }

    private void count(String trade, boolean wanted, boolean found) {
        Tally tally = tallies.computeIfAbsent(trade, id -> new Tally());
        tally.right += wanted && found ? 1 : 0;
        tally.wrong += found && !wanted ? 1 : 0;
        tally.missed += wanted && !found ? 1 : 0;
    }

    /** Over the trades, without the records of none. */
    public double macroF1() {
        return tallies.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(NONE))
                .filter(entry -> entry.getValue().right + entry.getValue().missed > 0)
                .mapToDouble(entry -> entry.getValue().f1())
                .average()
                .orElse(0);
    }

    public double microF1() {
        Tally sum = new Tally();
        tallies.forEach((trade, tally) -> {
            if (!trade.equals(NONE)) {
                sum.right += tally.right;
                sum.wrong += tally.wrong;
                sum.missed += tally.missed;
            }
        });
        return sum.f1();
    }

    /** A table for people. */
    public String report() {
        StringBuilder report = new StringBuilder();
        report.append(String.format(
                Locale.ROOT,
                "%d records, %d exactly right%nmacro-F1 %.3f%nmicro-F1 %.3f%n%n%-20s %9s %9s %9s %6s%n",
                records,
                exact,
                macroF1(),
                microF1(),
                "trade",
                "precision",
                "recall",
                "F1",
                "truth"));
        tallies.forEach((trade, tally) -> report.append(String.format(
                Locale.ROOT,
                "%-20s %9.2f %9.2f %9.2f %6d%n",
                trade,
                tally.precision(),
                tally.recall(),
                tally.f1(),
                tally.right + tally.missed)));
        report.append(String.format("%nconfusions%n"));
        confusions.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(40)
                .forEach(entry -> report.append(String.format("%5d  %s%n", entry.getValue(), entry.getKey())));
        return report.toString();
    }
}
