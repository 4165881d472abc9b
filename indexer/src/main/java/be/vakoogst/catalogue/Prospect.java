package be.vakoogst.catalogue;

/** What accepting a record would come to. */
public enum Prospect {
    NEW,
    CHANGED,
    UNCHANGED
}
