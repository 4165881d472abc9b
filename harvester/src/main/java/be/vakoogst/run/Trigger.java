package be.vakoogst.run;

import be.vakoogst.resource.Code;

/** Why a run came about. */
public enum Trigger implements Code {
    SCHEDULE,
    OPERATOR,
    /** Asked for when the application was started. */
    START,
    /** Asked for by the publisher. */
    PARTNER,
    /** Something told us that there are changes. */
    PUSH
}
