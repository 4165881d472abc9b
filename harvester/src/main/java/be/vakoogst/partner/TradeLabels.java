package be.vakoogst.partner;

import be.vakoogst.trade.Trade;
import be.vakoogst.trade.Vocabulary;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Trades as the reader calls them; templates call it {@code @tradeLabels}. */
@Component
class TradeLabels {

    private final Vocabulary vocabulary;

    TradeLabels(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The label, or the id where the vocabulary does not know it any more. */
    public String text(String id) {
        Optional<Trade> trade = vocabulary.trade(id);
        return trade.map(known -> known.label(LocaleContextHolder.getLocale().getLanguage()))
                .orElse(id);
    }
}
