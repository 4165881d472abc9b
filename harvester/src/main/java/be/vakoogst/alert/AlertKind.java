package be.vakoogst.alert;

import be.vakoogst.resource.Code;

/** What can be wrong; {@code alert.KIND} in the messages says it, {@code alert.KIND.do} what to do. */
enum AlertKind implements Code {
    /** A source with a schedule has had no successful run for several of its intervals. */
    NO_SUCCESS,
    /** The last run of a source found nothing. */
    ZERO_ITEMS,
    /** The last run of a source found far fewer items than the one before. */
    FAR_FEWER,
    /** Many items of the last run failed. */
    ERROR_SHARE,
    /** A source runs well and has shown nothing new for very long. */
    ALL_UNCHANGED,
    /** A removal waits, because it would take away much. */
    MASS_DELETION,
    /** The index is behind the catalogue. */
    INDEX_LAG,
    /** The index differed from the catalogue, and could not be mended. */
    INDEX_DIFFERS,
    /** The disk with the data folder is nearly full. */
    DISK
}
