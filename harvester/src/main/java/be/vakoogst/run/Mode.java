package be.vakoogst.run;

import be.vakoogst.resource.Code;

/** What a run is asked to do. */
public enum Mode implements Code {
    /** What is new or changed, as far as the source shows it, with conditional requests. */
    INCREMENTAL,
    /** Everything again, whatever is remembered of the listing. */
    FULL,
    /** The kept payloads again, without a single request. */
    REPROCESS
}
