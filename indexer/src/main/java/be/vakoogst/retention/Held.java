package be.vakoogst.retention;

import be.vakoogst.resource.Code;

/** What is kept that is about people, or tells of them, and for how long is a setting of its own. */
public enum Held implements Code {
    /** Counts of searches and clicks per day; they name nobody, but a rare query may. */
    USAGE,
    /** What readers said is wrong, once dealt with. */
    REPORTS,
    /** Who changed what. */
    AUDIT,
    /** Mails that were sent, or given up. */
    MAILS,
    /** Contact and address of publishers that were refused or left. */
    REGISTRATIONS,
    /** Who asked for a takedown and why, once decided. */
    TAKEDOWNS
}
