package be.vakoogst.trade;

/**
 * Whether a text that belongs to one trade belongs to another one too. Their shares do not say it, as they make one: the likeliest takes what the
 * other is due. What says it is how far the other is above "no trade", what the vocabulary's words are worth for it, and how many words lean to it
 * rather than to the likeliest: where a butcher sells over the counter, there are words that no butcher needs. For one text.
 */
final class Companion {

    /** By logistic regression over 7,000 pairs of trades of labelled texts, each judged by a model that had not learnt from it. */
    private static final double OF_ODDS = 0.39;

    private static final double OF_POINTS = 1.02;
    private static final double OF_OWN_WORDS = 0.61;

    /** 0.4 less than by that regression: one in twenty of those texts has two trades, and one in ten of the records that others wrote. */
    private static final double STRICTNESS = 6.3;

    /** From which probability on it is named: about where naming it gains as much F1 as it loses. */
    private static final double LEAST = 0.45;

    private final Hearing hearing;
    private final float[] odds;
    private final int likeliest;

    /** @param odds by trade; the last are those of "no trade" */
    Companion(Hearing hearing, float[] odds, int likeliest) {
        this.hearing = hearing;
        this.odds = odds;
        this.likeliest = likeliest;
    }

    /**
     * How likely it is that a trade belongs there beside the likeliest; 0 for one that need not be named. One of which the vocabulary knows no word
     * there is none: it hardly ever is, and most trades are done with by that.
     */
    double score(int trade) {
        float above = odds[trade] - odds[odds.length - 1];
        if (trade == likeliest || above <= 0 || hearing.points(trade) == 0) {
            return 0;
        }
        double log = OF_ODDS * above
                + OF_POINTS * Math.log1p(hearing.points(trade))
                + OF_OWN_WORDS * hearing.leaningRather(trade, likeliest)
                - STRICTNESS;
        double score = 1 / (1 + Math.exp(-log));
        return score < LEAST ? 0 : score;
    }
}
