package be.vakoogst.run;

import be.vakoogst.resource.ResourceId;
import java.util.List;

/** Which items of a run are to be tried again. */
public sealed interface Chosen {

    /** All of which something went wrong. */
    record Troubled() implements Chosen {}

    /** All that went wrong for one reason, by its code. */
    record Because(String reason) implements Chosen {}

    /** These, however they ended. */
    record These(List<ResourceId> items) implements Chosen {

        public These {
            items = List.copyOf(items);
        }
    }
}
