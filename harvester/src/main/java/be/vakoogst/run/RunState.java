package be.vakoogst.run;

import be.vakoogst.resource.Code;

/** Where a run stands. */
public enum RunState implements Code {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    SUCCEEDED_WITH_ERRORS,
    FAILED,
    STOPPED;

    /** Whether it stays so, unless an operator restarts it. */
    public boolean isEnd() {
        return this != QUEUED && this != RUNNING;
    }
}
