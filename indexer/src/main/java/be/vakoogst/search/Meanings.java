package be.vakoogst.search;

import be.vakoogst.resource.TradeAssertion;
import be.vakoogst.trade.Classifiable;
import be.vakoogst.trade.Classifier;
import be.vakoogst.trade.Trade;
import be.vakoogst.trade.TradeNames;
import java.util.List;

/** Which trades a query speaks of. */
final class Meanings {

    private final TradeNames names;
    private final Classifier classifier;

    Meanings(TradeNames names, Classifier classifier) {
        this.names = names;
        this.classifier = classifier;
    }

    /**
     * What was understood.
     *
     * @param named trades that the whole query is a name of
     * @param judged ids of trades that its words are about
     */
    record Meaning(List<Trade> named, List<String> judged) {

        List<String> namedIds() {
            return named.stream().map(Trade::id).toList();
        }
    }

    Meaning of(String words) {
        List<String> judged = classifier.classify(new Classifiable(words, "", List.of(), "")).stream()
                .map(TradeAssertion::id)
                .toList();
        return new Meaning(names.named(words), judged);
    }
}
