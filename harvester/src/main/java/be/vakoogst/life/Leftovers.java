package be.vakoogst.life;

import be.vakoogst.resource.SourceId;

/** What another room keeps of a source beside its records. */
public interface Leftovers {

    /** Its source was removed, and nobody can undo that any more. May be told again. */
    void remove(SourceId source);
}
