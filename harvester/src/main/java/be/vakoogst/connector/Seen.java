package be.vakoogst.connector;

/**
 * Which keys a walk has met, so that a list that shifts or repeats itself doubles nothing. A key costs at most 32 bytes, however long it is: 64 bits
 * of a hash stand for it, by which two of a million keys are taken for one once in 37 million walks. For one thread.
 */
public final class Seen {

    /** Behind so many, keys are no longer remembered, and everything counts as new. */
    private static final int MOST = 2_000_000;

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private long[] slots = new long[1 << 8];
    private int count;

    /** @return whether it was not met before */
    public boolean add(String key) {
        long hash = hash(key);
        int slot = slot(hash, slots);
        if (slots[slot] == hash) {
            return false;
        }
        if (count < MOST) {
            slots[slot] = hash;
            count++;
            makeRoom();
        }
        return true;
    }

    public boolean has(String key) {
        long hash = hash(key);
        return slots[slot(hash, slots)] == hash;
    }

    public void clear() {
        slots = new long[1 << 8];
        count = 0;
    }

    private void makeRoom() {
        if (count * 2 > slots.length) {
            long[] wider = new long[slots.length * 2];
            for (long hash : slots) {
                if (hash != 0) {
                    wider[slot(hash, wider)] = hash;
                }
            }
            slots = wider;
        }
    }

    /** Where it stands, or the free slot where it would. */
    private static int slot(long hash, long[] slots) {
        int slot = (int) (hash ^ hash >>> 32) & slots.length - 1;
        while (slots[slot] != 0 && slots[slot] != hash) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    /** FNV-1a over the key's characters; never 0, which stands for a free slot. */
    private static long hash(String key) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * FNV_PRIME;
        }
        return hash == 0 ? 1 : hash;
    }
}
