package be.vakoogst.resource;

/** What kind of organisation stands behind a source. */
public enum SourceKind implements Code {
    PUBLISHER,
    BROADCASTER,
    FEDERATION,
    REPOSITORY,
    GOVERNMENT,
    COMPANY
}
