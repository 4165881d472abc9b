package be.vakoogst.run;

import java.util.Optional;

/** Whether a run may go on now. Asked by many threads, again and again while a run goes. */
@FunctionalInterface
public interface Gate {

    /** @return why not, in one sentence; empty when it may */
    Optional<String> shut(Run run);
}
