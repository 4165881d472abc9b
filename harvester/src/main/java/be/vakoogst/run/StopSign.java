package be.vakoogst.run;

import java.util.Optional;

/** Whether one run has to leave off. For one thread. */
interface StopSign {

    /** Looks now and then; once true, for good. */
    boolean wanted();

    /** That something came of the run. */
    void alive();

    /** Why it had to leave off; empty when it had not. */
    Optional<Halt> seen();
}
