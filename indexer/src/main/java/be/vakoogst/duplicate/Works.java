package be.vakoogst.duplicate;

import be.vakoogst.resource.Offer;
import be.vakoogst.resource.ResourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records, joined where they are the same work. Only records with a key in common are compared. */
final class Works {

    /** Of records behind one key; more, and the key says nothing. Each is compared with the first ones only. */
    private static final int MOST_COMPARED = 200;

    private final Map<ResourceId, Known> records = new LinkedHashMap<>();
    private final Map<ResourceId, ResourceId> joined = new HashMap<>();
    private final Map<ResourceId, Offer.Likeness> because = new HashMap<>();

    /** @param firstSeen in any unit; decides where all else is equal */
    record Known(Fingerprint fingerprint, long firstSeen) {}

    /**
     * A record's place in a work of several.
     *
     * @param shown the record that stands for all
     * @param because what ties it to the others; empty for the one that is shown
     */
    record Place(ResourceId shown, Optional<Offer.Likeness> because) {}

    static Map<ResourceId, Place> of(Collection<Known> records) {
        Works works = new Works();
        records.forEach(record -> works.records.put(record.fingerprint().id(), record));
        works.join();
        return works.places();
    }

    private void join() {
        Map<Long, List<Fingerprint>> byKey = new HashMap<>();
        records.values()
                .forEach(record -> record.fingerprint()
                        .keys()
                        .forEach(key -> byKey.computeIfAbsent(key, unused -> new ArrayList<>())
                                .add(record.fingerprint())));
        byKey.values().forEach(this::compare);
    }

    private void compare(List<Fingerprint> bucket) {
        for (int one = 1; one < bucket.size(); one++) {
            for (int other = 0; other < Math.min(one, MOST_COMPARED); other++) {
                join(bucket.get(one), bucket.get(other));
            }
        }
    }

    private void join(Fingerprint one, Fingerprint other) {
        Likeness.between(one, other).ifPresent(likeness -> {
            because.merge(one.id(), likeness, Works::stronger);
            because.merge(other.id(), likeness, Works::stronger);
            joined.put(root(one.id()), root(other.id()));
        });
    }

    private static Offer.Likeness stronger(Offer.Likeness one, Offer.Likeness other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private ResourceId root(ResourceId id) {
        ResourceId root = id;
        for (ResourceId next = joined.get(root); next != null && !next.equals(root); next = joined.get(root)) {
            root = next;
        }
        return root;
    }

    private Map<ResourceId, Place> places() {
        Map<ResourceId, List<Known>> works = new LinkedHashMap<>();
        records.forEach((id, record) ->
                works.computeIfAbsent(root(id), unused -> new ArrayList<>()).add(record));
        Map<ResourceId, Place> places = new HashMap<>();
        works.values().stream().filter(work -> work.size() > 1).forEach(work -> place(work, places));
        return places;
    }

    private void place(List<Known> work, Map<ResourceId, Place> places) {
        ResourceId shown = shown(work).fingerprint().id();
        for (Known record : work) {
            ResourceId id = record.fingerprint().id();
            places.put(
                    id, new Place(shown, id.equals(shown) ? Optional.empty() : Optional.ofNullable(because.get(id))));
        }
    }

    /** The best; but at one address what the site offers itself stands before what others say of it. */
    private static Known shown(List<Known> work) {
        Known best = work.stream().min(BEST_FIRST).orElseThrow();
        return work.stream()
                .filter(record ->
                        record.fingerprint().own() && !best.fingerprint().own())
                .filter(record -> record.fingerprint().isReadWhere(best.fingerprint()))
                .min(BEST_FIRST)
                .orElse(best);
    }

    private static final Comparator<Known> BEST_FIRST = Comparator.<Known>comparingLong(
                    record -> -record.fingerprint().worth())
            .thenComparingLong(Known::firstSeen)
            .thenComparing(record -> record.fingerprint().id().value());
}
