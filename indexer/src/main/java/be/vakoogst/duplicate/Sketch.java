package be.vakoogst.duplicate;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The MinHash of a text: how alike two texts are can be told from their sketches alone.
 *
 * @param minima one for each hash function; none for a text too short to tell anything
 */
record Sketch(int[] minima) {

    /** 32 functions in 8 bands of 4: texts that share 80 % of their shingles meet in a band with a probability of 98.5 %, of 30 % with 6 %. */
    static final int FUNCTIONS = 32;

    static final int ROWS = 4;
    static final Sketch NONE = new Sketch(new int[0]);

    private static final int SHINGLE = 3;
    private static final int MOST_WORDS = 3000;

    /**
     * The sketch of a text.
     *
     * @param words with one blank between them
     * @param least shingles that it must have to tell anything
     */
    static Sketch of(String words, int least) {
        char[] text = (words + ' ').replace(" ", Mixing.END).toCharArray();
        int[] starts = starts(text);
        int shingles = starts.length - SHINGLE;
        if (shingles < least) {
            return NONE;
        }
        int[] minima = new int[FUNCTIONS];
        Arrays.fill(minima, Integer.MAX_VALUE);
        for (int at = 0; at < shingles; at++) {
            lower(minima, Mixing.of(text, starts[at], starts[at + SHINGLE]));
        }
        return new Sketch(minima);
    }

    /** Of the words that are looked at, and of what stands behind them. */
    private static int[] starts(char[] text) {
        return IntStream.concat(
                        IntStream.of(0),
                        IntStream.rangeClosed(1, text.length).filter(at -> text[at - 1] == Mixing.END.charAt(0)))
                .limit(MOST_WORDS + 1)
                .toArray();
    }

    private static void lower(int[] minima, long shingle) {
        for (int function = 0; function < FUNCTIONS; function++) {
            minima[function] = Math.min(minima[function], (int) (Mixing.mix(shingle + function * Mixing.STEP) >>> 33));
        }
    }

    boolean isNone() {
        return minima.length == 0;
    }

    /** The share of shingles that both texts have (Jaccard), estimated; 0 where either tells nothing. */
    double likeness(Sketch other) {
        if (isNone() || other.isNone()) {
            return 0;
        }
        long same = IntStream.range(0, FUNCTIONS)
                .filter(function -> minima[function] == other.minima[function])
                .count();
        return (double) same / FUNCTIONS;
    }

    /** A key for each band: texts that are nearly the same have one in common. */
    List<Long> bands(String salt) {
        return IntStream.range(0, minima.length / ROWS)
                .mapToObj(band -> Mixing.of(
                        salt,
                        Integer.toString(band),
                        Arrays.toString(Arrays.copyOfRange(minima, band * ROWS, band * ROWS + ROWS))))
                .toList();
    }

    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(minima.length * Integer.BYTES);
        bytes.asIntBuffer().put(minima);
        return bytes.array();
    }

    static Sketch read(byte[] bytes) {
        int[] minima = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(minima);
        return new Sketch(minima);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sketch(int[] others) && Arrays.equals(minima, others);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(minima);
    }
}
