package be.vakoogst.trade;

import java.util.Set;

/**
 * A text of which it is known where it belongs.
 *
 * @param trades ids; none for what belongs to no trade
 * @param weight how much it counts beside the others, which have 1
 */
public record Example(Classifiable text, Set<String> trades, double weight) {

    public Example {
        trades = Set.copyOf(trades);
    }
}
