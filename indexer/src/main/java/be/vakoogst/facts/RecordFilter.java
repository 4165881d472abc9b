package be.vakoogst.facts;

import java.util.List;

/**
 * Which records are meant.
 *
 * @param all facts that all must hold
 * @param anyTrade ids of trades of which one must; empty for any record
 * @param shownOnly without those in whose place another record of the same work is shown
 */
public record RecordFilter(List<Fact> all, List<String> anyTrade, boolean shownOnly) {

    public RecordFilter {
        all = List.copyOf(all);
        anyTrade = List.copyOf(anyTrade);
    }

    /** What searches show. */
    public static RecordFilter shown(List<Fact> all) {
        return new RecordFilter(all, List.of(), true);
    }
}
