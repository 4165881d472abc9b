package be.vakoogst.trade;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Names with their places from 0 on, in three arrays: some hundred thousand objects less than a map would have, which each full collection would have
 * to go through. Safe for any number of threads once all are added.
 */
final class Names {

    private static final int NONE = -1;

    private final int[] ends;
    private final int[] slots;
    private char[] letters;
    private int size;

    /** @param most how many there will be */
    Names(int most) {
        this.ends = new int[most];
        this.slots = new int[Integer.highestOneBit(Math.max(1, most)) * 4];
        this.letters = new char[most * 8];
        Arrays.fill(slots, NONE);
    }

    /** @return its place */
    int add(String name) {
        int start = start(size);
        int end = start + name.length();
        if (end > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(end, letters.length * 2));
        }
        name.getChars(0, name.length(), letters, start);
        ends[size] = end;
        slots[slot(name)] = size;
        return size++;
    }

    /** Negative where it is not there. */
    int place(String name) {
        return slots[slot(name)];
    }

    /** Where it is, or would be. */
    private int slot(String name) {
        int hash = name.hashCode();
        int slot = (hash ^ hash >>> 16) & slots.length - 1;
        while (slots[slot] != NONE && !isAt(slots[slot], name)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private boolean isAt(int place, String name) {
        int start = start(place);
        boolean same = ends[place] - start == name.length();
        for (int i = 0; same && i < name.length(); i++) {
            same = letters[start + i] == name.charAt(i);
        }
        return same;
    }

    private int start(int place) {
        return place == 0 ? 0 : ends[place - 1];
    }

    int size() {
        return size;
    }

    List<String> sorted() {
        return IntStream.range(0, size)
                .mapToObj(place -> new String(letters, start(place), ends[place] - start(place)))
                .sorted()
                .toList();
    }
}
