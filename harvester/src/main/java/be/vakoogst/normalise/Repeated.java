package be.vakoogst.normalise;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * A rule that remembers what it made of the values met lately, as publishers repeat themselves: the same licence, makers and types stand in
 * record after record. A table of fixed size where a new value takes the place of an older one; safe for any number of threads, which at
 * worst apply the rule twice.
 *
 * @param <V> a value with a meaning of equality
 * @param <R> what is made of it, unmodifiable
 */
final class Repeated<V, R> implements Function<V, R> {

    private static final int PLACES = 1 << 10;

    /** Characters of a value; longer ones hardly come again, and would fill the memory. */
    private static final int LONGEST = 500;

    private final AtomicReferenceArray<Made<V, R>> places = new AtomicReferenceArray<>(PLACES);
    private final Function<V, R> rule;

    Repeated(Function<V, R> rule) {
        this.rule = rule;
    }

    private record Made<V, R>(V value, R result) {}

    @Override
    public R apply(V value) {
        int hash = value.hashCode();
        int place = (hash ^ hash >>> 16) & PLACES - 1;
        Made<V, R> kept = places.get(place);
        if (kept != null && kept.value().equals(value)) {
            return kept.result();
        }
        R result = rule.apply(value);
        if (value.toString().length() <= LONGEST) {
            places.set(place, new Made<>(value, result));
        }
        return result;
    }
}
