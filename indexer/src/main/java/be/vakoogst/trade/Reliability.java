package be.vakoogst.trade;

import java.util.Locale;

/** Whether scores are what they say: of the judgements with a score of about 0.8, eight in ten should be right. For one thread. */
public final class Reliability {

    private static final int BINS = 10;

    private final int[] many = new int[BINS];
    private final int[] right = new int[BINS];
    private final double[] scores = new double[BINS];

    public void add(double score, boolean isRight) {
        int bin = Math.min(BINS - 1, (int) (score * BINS));
        many[bin]++;
        right[bin] += isRight ? 1 : 0;
        scores[bin] += score;
    }

    /** The mean distance between score and truth over all judgements (expected calibration error), from 0 to 1. */
    public double error() {
        double apart = 0;
        int all = 0;
        for (int bin = 0; bin < BINS; bin++) {
            apart += Math.abs(scores[bin] - right[bin]);
            all += many[bin];
        }
        return all == 0 ? 0 : apart / all;
    }

    /** A table for people. */
    public String report() {
        StringBuilder report = new StringBuilder(String.format(
                Locale.ROOT,
                "%nhow far scores are what they say: calibration error %.3f%n%-12s %6s %6s %6s%n",
                error(),
                "score",
                "many",
                "mean",
                "right"));
        for (int bin = 0; bin < BINS; bin++) {
            if (many[bin] > 0) {
                report.append(String.format(
                        Locale.ROOT,
                        "%.1f to %.1f   %6d %6.2f %6.2f%n",
                        bin / 10.0,
                        (bin + 1) / 10.0,
                        many[bin],
                        scores[bin] / many[bin],
                        (double) right[bin] / many[bin]));
            }
        }
        return report.toString();
    }
}
