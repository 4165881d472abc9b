package be.vakoogst.run;

import be.vakoogst.resource.Code;

/** Where a run stands. */
public enum RunState implements Code {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    SUCCEEDED_WITH_ERRORS,
    FAILED,
    STOPPED
}
