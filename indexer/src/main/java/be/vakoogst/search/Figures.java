package be.vakoogst.search;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Figures of retrieval over many queries. nDCG after Järvelin and Kekäläinen (2002) with the grade as gain and a discount of log2(rank + 1).
 * For one thread.
 */
final class Figures {

    static final String HEAD = String.format("%-16s %8s %10s %12s%n", "", "nDCG@10", "recall@50", "zero results");

    private static final int TOP = 10;

    private int queries;
    private int empty;
    private double gains;
    private double recalls;

    /** @return the nDCG@10 of this one */
    double add(List<String> found, Map<String, Integer> relevant) {
        List<Integer> grades =
                found.stream().map(id -> relevant.getOrDefault(id, 0)).toList();
        List<Integer> ideal =
                relevant.values().stream().sorted(Comparator.reverseOrder()).toList();
        double best = gain(ideal);
        double gain = best == 0 ? 0 : gain(grades) / best;
        long hits = grades.stream().filter(grade -> grade > 0).count();
        queries++;
        empty += found.isEmpty() ? 1 : 0;
        gains += gain;
        recalls += relevant.isEmpty() ? 0 : (double) hits / relevant.size();
        return gain;
    }

    private static double gain(List<Integer> grades) {
        double sum = 0;
        for (int rank = 0; rank < Math.min(TOP, grades.size()); rank++) {
            sum += grades.get(rank) / (Math.log(rank + 2) / Math.log(2));
        }
        return sum;
    }

    String line(String name) {
        double all = Math.max(1, queries);
        return String.format(
                Locale.ROOT, "%-16s %8.3f %10.3f %11.1f%%%n", name, gains / all, recalls / all, 100 * empty / all);
    }
}
