package be.vakoogst.duplicate;

/** 64-bit hashes of texts: FNV-1a, finished by the mixer of SplitMix64 (Steele, Lea, Flood 2014). They are stored: they must never change. */
final class Mixing {

    static final long STEP = 0x9E3779B97F4A7C15L;

    /** Stands in no text. */
    static final String END = "\uFFFF";

    private static final long BASIS = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;

    private Mixing() {}

    /** Of several texts, each with {@link #END} behind it. */
    static long of(String... texts) {
        char[] all = (String.join(END, texts) + END).toCharArray();
        return of(all, 0, all.length);
    }

    /** Of a part of what stands in an array, as that is read quicker. */
    static long of(char[] text, int start, int end) {
        long hash = BASIS;
        for (int at = start; at < end; at++) {
            hash = (hash ^ text[at]) * PRIME;
        }
        return mix(hash);
    }

    static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
