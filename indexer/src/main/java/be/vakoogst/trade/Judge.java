package be.vakoogst.trade;

import be.vakoogst.resource.TradeAssertion;
import be.vakoogst.resource.TradeAssertion.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The judgement itself. Each trade, and "no trade" as one more, gets log-odds: what the words of the vocabulary are worth, and what was learnt of
 * all words. Their softmax is what the score of the likeliest is made of. Safe for any number of threads.
 */
final class Judge {

    /** What the logarithm of the words' points is worth beside what was learnt; of 1, 2, 3 and 4 the best in cross-validation. */
    private static final float OF_WORDS = 2;

    /** What has to be overcome: one weak word is no evidence. */
    private static final float NO_TRADE = OF_WORDS * (float) Math.log1p(2.4);

    private static final int REMEMBERED = 1 << 16;
    private static final int MOST_EVIDENCE = 8;
    private static final int MOST_LEARNT_EVIDENCE = 4;

    private final List<String> ids;
    private final Lexicon lexicon;
    private final Set<String> silent;
    private final Leanings leanings;
    private final Remembered<Reading> readings = new Remembered<>(REMEMBERED, this::look);

    private Judge(List<String> ids, Lexicon lexicon, Set<String> silent, Leanings leanings) {
        this.ids = ids;
        this.lexicon = lexicon;
        this.silent = silent;
        this.leanings = leanings;
    }

    /** With the leanings that the vocabulary's own texts teach, which may have been learnt already. */
    static Judge taught(Vocabulary.Contents vocabulary) {
        return Learnt.from(vocabulary)
                .map(learnt -> unschooled(vocabulary).with(learnt))
                .orElseGet(() -> taught(vocabulary, vocabulary.examples()));
    }

    static Judge taught(Vocabulary.Contents vocabulary, List<Example> examples) {
        Judge unschooled = unschooled(vocabulary);
        return unschooled.with(unschooled.learnt(vocabulary, examples));
    }

    /** What the examples teach beside the words of the vocabulary; nothing where there are none. */
    static Leanings taughtBy(Vocabulary.Contents vocabulary, List<Example> examples) {
        return unschooled(vocabulary).learnt(vocabulary, examples);
    }

    private Leanings learnt(Vocabulary.Contents vocabulary, List<Example> examples) {
        return examples.isEmpty() ? leanings : new School(this, ids).teach(vocabulary, examples);
    }

    private static Judge unschooled(Vocabulary.Contents vocabulary) {
        List<String> ids = List.copyOf(vocabulary.trades().keySet());
        return new Judge(ids, new Lexicon(vocabulary), vocabulary.silent(), Leanings.none(ids.size() + 1));
    }

    private Judge with(Leanings learnt) {
        return new Judge(ids, lexicon, silent, learnt);
    }

    private Reading look(String word) {
        String stem = Words.stem(word);
        List<String> pieces = lexicon.compounds().parts(word);
        return new Reading(
                word,
                stem,
                lexicon.look(word, stem, pieces),
                lexicon.longestFrom(stem),
                lexicon.longestContextFrom(stem),
                isSilent(stem) ? new float[0] : leanings.of(Traits.of(stem, pieces)));
    }

    /** What stands in texts of all trades; a single letter is a name, a step or what is left of markup. */
    private boolean isSilent(String stem) {
        return stem.length() < 2 || silent.contains(stem);
    }

    /** What can be learnt from a word; nothing from a silent one. */
    List<Traits.Trait> traits(Reading word) {
        return isSilent(word.stem())
                ? List.of()
                : Traits.of(word.stem(), lexicon.compounds().parts(word.word()));
    }

    List<Passage> passages(Classifiable text) {
        return Passage.of(text, readings);
    }

    Hearing hear(Classifiable text) {
        Hearing hearing = new Hearing(lexicon, passages(text), ids.size() + 1);
        text.categories().forEach(category -> lexicon.named(category).forEach(trade -> hearing.state(trade, category)));
        return hearing;
    }

    /** As if nothing of a text were known. */
    Hearing deaf() {
        return new Hearing(lexicon, List.of(), ids.size() + 1);
    }

    /** By trade in the order of the vocabulary; the last is "no trade". */
    float[] odds(Hearing hearing) {
        float[] odds = leanings.bias();
        for (int i = 0; i < odds.length; i++) {
            double points = hearing.points(i);
            odds[i] += hearing.leaning(i) + (points == 0 ? 0 : OF_WORDS * (float) Math.log1p(points));
        }
        odds[ids.size()] += NO_TRADE;
        return odds;
    }

    List<TradeAssertion> judge(Classifiable text) {
        Hearing hearing = hear(text);
        if (hearing.silent()) {
            return List.of();
        }
        float[] odds = odds(hearing);
        int likeliest = Shares.largest(odds);
        return likeliest == ids.size() ? List.of() : judged(hearing, odds, likeliest);
    }

    /** What the likeliest had to share with trades that are named beside it is no doubt of it. */
    private List<TradeAssertion> judged(Hearing hearing, float[] odds, int likeliest) {
        float[] shares = Shares.of(odds);
        Companion companion = new Companion(hearing, odds, likeliest);
        List<TradeAssertion> judged = new ArrayList<>(2);
        double sure = shares[likeliest];
        for (int trade = 0; trade < ids.size(); trade++) {
            double score = companion.score(trade);
            if (score > 0) {
                judged.add(assertion(hearing, trade, score));
                sure += shares[trade];
            }
        }
        judged.add(assertion(hearing, likeliest, Math.min(sure, 1)));
        judged.sort(Comparator.comparingDouble(TradeAssertion::score).reversed());
        return judged;
    }

    private TradeAssertion assertion(Hearing hearing, int trade, double score) {
        Tally said = hearing.tally(trade);
        Set<Evidence> evidence = new LinkedHashSet<>(said.evidence(MOST_EVIDENCE));
        for (Evidence learnt : hearing.leaningWords(trade, MOST_LEARNT_EVIDENCE)) {
            if (evidence.size() < MOST_EVIDENCE) {
                evidence.add(learnt);
            }
        }
        return new TradeAssertion(
                ids.get(trade), Math.round(score * 1000) / 1000.0, List.copyOf(evidence), said.assertedBy());
    }
}
