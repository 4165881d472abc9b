package be.vakoogst.embedded;

/** A process of ours. */
interface Part {

    /** The word for it in messages. */
    String name();

    /** Ends it politely, so that it loses nothing; returns when it is gone, which may take for ever. */
    void stop();

    /** Ends it at once, whatever state it is in; returns without waiting. */
    void kill();
}
