package be.vakoogst.life;

import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
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

    /** By id, from behind an id on. */
    public List<ItemLife> list(SourceId source, Optional<ItemState> state, String after, int limit) {
        return table.list(source, state, after, limit);
    }
}
