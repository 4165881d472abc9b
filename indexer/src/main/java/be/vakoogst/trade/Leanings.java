package be.vakoogst.trade;

import java.util.List;
import java.util.Map;

/**
 * How much each trait of a word leans to each trade: a linear model, so that what a word contributed can be said. The place behind the last trade
 * stands for "no trade". Safe for any number of threads.
 */
final class Leanings {

    private final Map<String, float[]> weights;
    private final float[] bias;

    Leanings(Map<String, float[]> weights, float[] bias) {
        this.weights = Map.copyOf(weights);
        this.bias = bias.clone();
    }

    /** Where nothing was learnt. */
    static Leanings none(int classes) {
        return new Leanings(Map.of(), new float[classes]);
    }

    /** What is believed before any word is read. */
    float[] bias() {
        return bias.clone();
    }

    /** What these traits together lean to; noughts for traits never met. */
    float[] of(List<Traits.Trait> traits) {
        float[] sum = new float[bias.length];
        for (Traits.Trait trait : traits) {
            float[] weight = weights.get(trait.name());
            for (int trade = 0; weight != null && trade < sum.length; trade++) {
                sum[trade] += weight[trade] * trait.strength();
            }
        }
        return sum;
    }
}
