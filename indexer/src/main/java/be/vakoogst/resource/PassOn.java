package be.vakoogst.resource;

/** What a source lets us hand on to others; we ourselves show its records in our own pages in any case, with the way to the source. */
public enum PassOn implements Code {
    /** Whatever is known, the text too. */
    FULL,
    /** What describes a resource; its text stays here, for search alone. What holds where nobody says anything. */
    METADATA,
    /** Nothing: no API, feed, export or repository gives it. */
    NONE
}
