package be.vakoogst.run;

import be.vakoogst.resource.Code;

/** What a run is asked to do. */
public enum Mode implements Code {
    /** What is new or changed, as far as the source shows it, with conditional requests. */
    INCREMENTAL,
    /** Everything again, whatever is remembered of the listing. */
    FULL,
    /** The kept payloads again, without a single request. */
    REPROCESS,
    /** As incremental, but nothing is stored except how each item would have ended. */
    DRY_RUN,
    /** Chosen items again, whatever their page said before, without their list. */
    ITEMS;

    /** Whether it brings the catalogue up to what the source shows: only such a run tells what the next one needs not ask for, and what is gone. */
    public boolean isHarvest() {
        return this == INCREMENTAL || this == FULL;
    }
}
