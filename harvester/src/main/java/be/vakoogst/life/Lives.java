package be.vakoogst.life;

import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells where records stand at their sources. */
public class Lives {

    private final LifeTable table;

    Lives(LifeTable table) {
        this.table = table;
    }

    public Optional<ItemLife> find(ResourceId id) {
        return table.find(id);
    }

    /** An operator takes a record away for good. Within the caller's transaction. */
    public void withdrawn(ResourceId id, String why, Instant now) {
        table.enter(List.of(id), ItemState.WITHDRAWN, why, now);
        table.setGone(List.of(id), true);
    }

    /** The next time that its source lists it, it is read anew. */
    public void askAgain(ResourceId id) {
        table.setGone(List.of(id), true);
    }

    /** By id, from behind an id on. */
    public List<ItemLife> list(SourceId source, Optional<ItemState> state, String after, int limit) {
        return table.list(source, state, after, limit);
    }
}
