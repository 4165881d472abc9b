package be.vakoogst.life;

import be.vakoogst.resource.Code;

/** Where a record stands at its source. */
public enum ItemState implements Code {
    /** Its source shows it. */
    LIVE,
    /** Its address led to another for good, where it is read since. */
    MOVED,
    /** Its address does not answer, which may pass. */
    FAILING,
    /** We are not let in: 401, 403, 429, a firewall's page. That says nothing about the record. */
    BLOCKED,
    /** Its source lists it no longer; it is removed when the source's grace ends. */
    MISSING,
    /** Removed: no longer listed, although its page still answers or it never had one. */
    UNPUBLISHED,
    /** Removed: its publisher said so. */
    WITHDRAWN,
    /** Removed: 404 or 410. */
    GONE,
    /** Removed: its address answers as any invented address of that host does. */
    SOFT_404,
    /** It is another record now, which has taken its place. */
    RENAMED,
    /** Removed together with its source. */
    SOURCE_REMOVED
}
