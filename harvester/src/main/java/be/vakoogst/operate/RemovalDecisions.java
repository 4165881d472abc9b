package be.vakoogst.operate;

import be.vakoogst.audit.Audit;
import be.vakoogst.life.Removal;
import be.vakoogst.life.Removals;
import be.vakoogst.resource.SourceId;
import org.springframework.stereotype.Component;

/** What operators decide of removals, each decision written down. */
@Component
public class RemovalDecisions {

    private final Removals removals;
    private final Audit audit;

    RemovalDecisions(Removals removals, Audit audit) {
        this.removals = removals;
        this.audit = audit;
    }

    /** @throws be.vakoogst.life.NotWaiting if it does not wait */
    public Removal confirm(Removal removal) {
        return decided("removal.confirmed", removal, removals.confirm(removal.id()));
    }

    /** The same exception. */
    public Removal refuse(Removal removal) {
        return decided("removal.refused", removal, removals.refuse(removal.id()));
    }

    /** Its records go, also those of one that has no file any more. */
    public Removal removeSource(SourceId source) {
        Removal removal = removals.removeSource(source);
        audit.record("source.records-removed", "source:" + source, null, removal);
        return removal;
    }

    /** Takes back all that a cause did: a removal, or a whole run with its removals. */
    public Removals.Undone undo(String cause) {
        Removals.Undone undone = removals.undo(cause);
        audit.record("changes.undone", cause, null, undone);
        return undone;
    }

    private Removal decided(String action, Removal before, Removal after) {
        audit.record(action, "removal:" + before.id(), before, after);
        return after;
    }
}
