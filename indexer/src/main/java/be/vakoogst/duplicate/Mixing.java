package be.vakoogst.duplicate;

/** 64-bit hashes of texts: FNV-1a, finished by the mixer of SplitMix64 (Steele, Lea, Flood 2014). They are stored: they must never change. */
final class Mixing {

    static final long STEP = 0x9E3779B97F4A7C15L;
    private static final long BASIS = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;

    private Mixing() {}

    static long of(String... texts) {
        long hash = BASIS;
        for (String text : texts) {
            for (int at = 0; at < text.length(); at++) {
                hash = (hash ^ text.charAt(at)) * PRIME;
            }
            hash = (hash ^ 0xFFFF) * PRIME;
        }
        return mix(hash);
    }

    static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
