package be.vakoogst.duplicate;

import be.vakoogst.resource.ResourceId;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps track of which records are one work. Called only by who has the catalogue's turn, within its transaction. */
public final class Duplicates {

    /** How far a change is followed: records like a record that is like the one that changed. */
    private static final int ROUNDS = 3;

    private static final int MOST_AT_ONCE = 1000;

    private final FingerprintTable table;

    public Duplicates(JdbcClient jdbc) {
        this.table = new FingerprintTable(jdbc);
    }

    /**
     * Takes in how records are now.
     *
     * @param written new and changed ones; their rows in {@code resource} are there already
     * @param removed withdrawn ones
     * @return the records whose work shows otherwise now: other members, another one that is shown, or another address; without those removed
     */
    public Set<ResourceId> regroup(Collection<Fingerprint> written, Collection<ResourceId> removed) {
        Set<ResourceId> touched = new HashSet<>(removed);
        written.forEach(one -> touched.add(one.id()));
        if (touched.isEmpty()) {
            return Set.of();
        }
        Map<ResourceId, Works.Place> before = new HashMap<>(table.places(touched));
        table.remove(removed);
        table.write(written);
        Set<ResourceId> looked = around(touched, before.keySet());
        before.putAll(table.places(looked));
        looked.addAll(before.keySet());
        Map<ResourceId, Works.Place> after = Works.of(compared(written, looked).values());
        table.place(looked, after);
        Set<ResourceId> otherwise = otherwise(touched, before, after);
        removed.forEach(otherwise::remove);
        return otherwise;
    }

    /** What was just written is not read back. */
    private Map<ResourceId, Works.Known> compared(Collection<Fingerprint> written, Set<ResourceId> looked) {
        Map<ResourceId, Works.Known> compared = new HashMap<>(table.known(written));
        Set<ResourceId> others = new HashSet<>(looked);
        others.removeAll(compared.keySet());
        compared.putAll(table.load(others));
        return compared;
    }

    /** The records that are the same work as each of these, without itself; nothing for those that stand alone. */
    public Map<ResourceId, Set<ResourceId>> sameWork(Collection<ResourceId> ids) {
        Map<ResourceId, Works.Place> places = table.places(ids);
        Map<ResourceId, Set<ResourceId>> same = new HashMap<>();
        ids.forEach(id -> Optional.ofNullable(places.get(id))
                .ifPresent(place -> same.put(id, others(id, place.shown(), places))));
        return same;
    }

    /** The record that is read at an address, of several the one that is shown; never that of a site's front page. */
    public Optional<ResourceId> readAt(URI url) {
        return table.at(Fingerprint.address(url));
    }

    private static Set<ResourceId> others(ResourceId id, ResourceId shown, Map<ResourceId, Works.Place> places) {
        return places.entrySet().stream()
                .filter(place -> place.getValue().shown().equals(shown))
                .map(Map.Entry::getKey)
                .filter(other -> !other.equals(id))
                .collect(Collectors.toSet());
    }

    private Set<ResourceId> around(Set<ResourceId> touched, Set<ResourceId> members) {
        Set<ResourceId> looked = new HashSet<>(touched);
        looked.addAll(members);
        List<ResourceId> found = table.neighbours(looked, MOST_AT_ONCE);
        for (int round = 1; round < ROUNDS && !found.isEmpty() && looked.size() < MOST_AT_ONCE; round++) {
            looked.addAll(found);
            found = table.neighbours(looked, MOST_AT_ONCE);
        }
        looked.addAll(found);
        return looked;
    }

    private static Set<ResourceId> otherwise(
            Set<ResourceId> touched, Map<ResourceId, Works.Place> before, Map<ResourceId, Works.Place> after) {
        Set<ResourceId> stirred = new HashSet<>();
        Set<ResourceId> all = new HashSet<>(before.keySet());
        all.addAll(after.keySet());
        for (ResourceId id : all) {
            boolean moved = !java.util.Objects.equals(before.get(id), after.get(id));
            if (moved || touched.contains(id)) {
                stirred.addAll(shown(id, before));
                stirred.addAll(shown(id, after));
            }
        }
        Set<ResourceId> otherwise = new HashSet<>();
        all.stream()
                .filter(id -> shown(id, before).stream().anyMatch(stirred::contains)
                        || shown(id, after).stream().anyMatch(stirred::contains))
                .forEach(otherwise::add);
        return otherwise;
    }

    private static List<ResourceId> shown(ResourceId id, Map<ResourceId, Works.Place> places) {
        Works.Place place = places.get(id);
        return place == null ? List.of() : List.of(place.shown());
    }
}
