package be.vakoogst.trade;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much each trait of a word leans to each trade: a linear model, so that what a word contributed can be said. The place behind the last trade
 * stands for "no trade". Safe for any number of threads.
 */
final class Leanings {

    private final Map<String, float[]> weights;
    private final float[] bias;

    Leanings(Map<String, float[]> weights, float[] bias) {
        this.weights = Collections.unmodifiableMap(weights);
        this.bias = bias.clone();
    }

    /** Where nothing was learnt. */
    static Leanings none(int classes) {
        return new Leanings(Map.of(), new float[classes]);
    }

    static Leanings read(DataInput in) throws IOException {
        float[] bias = floats(in.readInt(), in);
        int traits = in.readInt();
        Map<String, float[]> weights = HashMap.newHashMap(traits);
        for (int i = 0; i < traits; i++) {
            weights.put(in.readUTF(), floats(bias.length, in));
        }
        return new Leanings(weights, bias);
    }

    private static float[] floats(int many, DataInput in) throws IOException {
        byte[] bytes = new byte[many * Float.BYTES];
        in.readFully(bytes);
        float[] floats = new float[many];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(floats);
        return floats;
    }

    /** So that it can be read again: how many classes, what is believed of each, how many traits; each trait with what it leans to. */
    void write(DataOutput out) throws IOException {
        out.writeInt(bias.length);
        write(bias, out);
        out.writeInt(weights.size());
        for (Map.Entry<String, float[]> trait : new TreeMap<>(weights).entrySet()) {
            out.writeUTF(trait.getKey());
            write(trait.getValue(), out);
        }
    }

    private static void write(float[] floats, DataOutput out) throws IOException {
        for (float each : floats) {
            out.writeFloat(each);
        }
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
