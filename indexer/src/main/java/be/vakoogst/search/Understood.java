package be.vakoogst.search;

import be.vakoogst.resource.TradeAssertion;
import be.vakoogst.trade.Trade;
import java.util.List;
import java.util.Optional;

/**
 * What a query means.
 *
 * @param phrases that must stand in a text as they are, from between quotation marks
 * @param concepts the rest, in order
 * @param named trades that the whole query is a name of
 * @param judged trades that its words are about, the surest first
 * @param spelled the query with its unknown words as the vocabulary spells them
 */
record Understood(
        List<String> phrases,
        List<Concept> concepts,
        List<Trade> named,
        List<TradeAssertion> judged,
        Optional<String> spelled) {

    Understood {
        phrases = List.copyOf(phrases);
        concepts = List.copyOf(concepts);
        named = List.copyOf(named);
        judged = List.copyOf(judged);
    }

    List<String> namedIds() {
        return named.stream().map(Trade::id).toList();
    }

    /** Whether anything else than all of it can be asked: some of the words, or what is filed under a trade that they are about. */
    boolean hasMore() {
        return concepts.size() > 1 || !concepts.isEmpty() && !judged.isEmpty();
    }

    boolean isEmpty() {
        return phrases.isEmpty() && concepts.isEmpty();
    }
}
