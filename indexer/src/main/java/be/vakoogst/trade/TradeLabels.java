package be.vakoogst.trade;

import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What trades are called in the reader's language; templates call it {@code @tradeLabels}. */
@Component
public class TradeLabels {

    private final Vocabulary vocabulary;

    TradeLabels(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The id where the vocabulary has it no more. */
    public String of(String id) {
        return vocabulary.trade(id).map(this::of).orElse(id);
    }

    public String of(Trade trade) {
        return trade.label(LocaleContextHolder.getLocale().getLanguage());
    }

    public List<Trade> all() {
        return vocabulary.trades();
    }
}
