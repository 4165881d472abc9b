package be.vakoogst.trade;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/**
 * How much each trait of a word leans to each trade: a linear model, so that what a word contributed can be said. The place behind the last trade
 * stands for "no trade". Safe for any number of threads.
 */
final class Leanings {

    private final Names traits;
    private final float[] weights;
    private final float[] bias;

    Leanings(Map<String, float[]> weights, float[] bias) {
        this(new Names(weights.size()), new float[weights.size() * bias.length], bias.clone());
        weights.forEach(
                (trait, row) -> System.arraycopy(row, 0, this.weights, traits.add(trait) * bias.length, row.length));
    }

    private Leanings(Names traits, float[] weights, float[] bias) {
        this.traits = traits;
        this.weights = weights;
        this.bias = bias;
    }

    /** Where nothing was learnt. */
    static Leanings none(int classes) {
        return new Leanings(Map.of(), new float[classes]);
    }

    static Leanings read(DataInput in) throws IOException {
        float[] bias = new float[in.readInt()];
        read(bias, 0, bias.length, in);
        int many = in.readInt();
        Names traits = new Names(many);
        float[] weights = new float[many * bias.length];
        for (int i = 0; i < many; i++) {
            read(weights, traits.add(in.readUTF()) * bias.length, bias.length, in);
        }
        return new Leanings(traits, weights, bias);
    }

    private static void read(float[] floats, int from, int many, DataInput in) throws IOException {
        byte[] bytes = new byte[many * Float.BYTES];
        in.readFully(bytes);
        ByteBuffer.wrap(bytes).asFloatBuffer().get(floats, from, many);
    }

    /** So that it can be read again: how many classes, what is believed of each, how many traits; each trait with what it leans to. */
    void write(DataOutput out) throws IOException {
        out.writeInt(bias.length);
        write(bias, 0, bias.length, out);
        out.writeInt(traits.size());
        for (String trait : traits.sorted()) {
            out.writeUTF(trait);
            write(weights, traits.place(trait) * bias.length, bias.length, out);
        }
    }

    private static void write(float[] floats, int from, int many, DataOutput out) throws IOException {
        for (int i = from; i < from + many; i++) {
            out.writeFloat(floats[i]);
        }
    }

    /** What is believed before any word is read. */
    float[] bias() {
        return bias.clone();
    }

    /** What these traits together lean to; noughts for traits never met. */
    float[] of(List<Traits.Trait> met) {
        float[] sum = new float[bias.length];
        for (Traits.Trait trait : met) {
            int row = traits.place(trait.name()) * sum.length;
            for (int trade = 0; row >= 0 && trade < sum.length; trade++) {
                sum[trade] += weights[row + trade] * trait.strength();
            }
        }
        return sum;
    }
}
