package be.vakoogst.catalogue;

import be.vakoogst.duplicate.Duplicates;
import be.vakoogst.duplicate.Fingerprint;
import be.vakoogst.resource.ResourceId;
import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records that are one work: whoever of them shows otherwise after a change is numbered too. */
class Works {

    private final InstantSource clock;
    private final ChangeSequence sequence;
    private final ResourceTable resources;
    private final Duplicates duplicates;

    Works(JdbcClient jdbc, ChangeSequence sequence, InstantSource clock) {
        this.clock = clock;
        this.sequence = sequence;
        this.resources = new ResourceTable(jdbc);
        this.duplicates = new Duplicates(jdbc);
    }

    /** Whoever shows otherwise now is numbered too, so that every reader of changes hears of it. */
    void regroup(Collection<Fingerprint> written, Collection<ResourceId> removed, List<ResourceId> numbered) {
        Set<ResourceId> stirred = new HashSet<>(duplicates.regroup(written, removed));
        numbered.forEach(stirred::remove);
        List<ResourceId> ids =
                stirred.stream().sorted(Comparator.comparing(ResourceId::value)).toList();
        if (!ids.isEmpty()) {
            resources.renumber(ids, sequence.draw(ids.size()), clock.instant());
        }
    }

    /** These and what is the same work, by id. */
    List<ResourceId> with(List<ResourceId> ids) {
        return Stream.concat(
                        ids.stream(), duplicates.sameWork(ids).values().stream().flatMap(Set::stream))
                .distinct()
                .sorted(Comparator.comparing(ResourceId::value))
                .toList();
    }

    Map<ResourceId, Set<ResourceId>> same(List<ResourceId> ids) {
        return duplicates.sameWork(ids);
    }

    Optional<ResourceId> readAt(URI url) {
        return duplicates.readAt(url);
    }
}
