package be.vakoogst.trade;

import be.vakoogst.resource.TradeAssertion.Evidence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One text is heard: which words of the vocabulary it has for each trade, and where the rest of its words lean. For one thread. */
final class Hearing {

    /** Log-odds above its mean from which on a word is evidence. */
    private static final float LEAST_LEANING = 0.5f;

    private final Lexicon lexicon;
    private final List<Passage> passages;
    private final Tally[] tallies;
    private final float[] leaning;
    private @Nullable Set<String> contexts;
    private float pulled;

    /** @param places the trades, and the one behind them for what speaks against any */
    Hearing(Lexicon lexicon, List<Passage> passages, int places) {
        this.lexicon = lexicon;
        this.passages = passages;
        this.tallies = new Tally[places];
        this.leaning = new float[places];
        for (Passage passage : passages) {
            tally(passage);
            lean(passage);
        }
    }

    private void tally(Passage passage) {
        for (int start = 0; start < passage.words().size(); ) {
            start += tallyAt(start, passage);
        }
    }

    /** The longest term that begins here; how many words it has. */
    private int tallyAt(int start, Passage passage) {
        Reading first = passage.words().get(start);
        int most = Math.min(first.longest(), passage.words().size() - start);
        if (most > 1 && !lexicon.mayBegin(passage.stems(start, 2))) {
            most = 1;
        }
        for (int length = most; length > 1; length--) {
            List<Lexicon.Meaning> found = lexicon.term(passage.stems(start, length));
            if (!found.isEmpty()) {
                note(found, passage.shown(start, length), passage, 1);
                return length;
            }
        }
        for (Lexicon.Part part : first.parts()) {
            note(part.meanings(), first.word(), passage, part.share());
        }
        return 1;
    }

    /** A word that many trades use says less of each. */
    private void note(List<Lexicon.Meaning> found, String shown, Passage passage, double share) {
        List<Lexicon.Meaning> meant = meant(found);
        double each = share * passage.weight() / Math.sqrt(Math.max(meant.size(), 1));
        for (Lexicon.Meaning meaning : meant) {
            tally(meaning.trade())
                    .add(meaning.term(), shown, passage.field(), meaning.term().weight() * each);
        }
    }

    /** Not those beside a word that gives them another sense. */
    private List<Lexicon.Meaning> meant(List<Lexicon.Meaning> found) {
        for (Lexicon.Meaning meaning : found) {
            if (!isMeant(meaning)) {
                return found.stream().filter(this::isMeant).toList();
            }
        }
        return found;
    }

    private boolean isMeant(Lexicon.Meaning meaning) {
        List<String> otherwise = meaning.term().notWith();
        return otherwise.isEmpty() || Collections.disjoint(otherwise, contexts());
    }

    /** What in this text gives words another sense. Found at the first use only, as few words have a second one. */
    private Set<String> contexts() {
        Set<String> found = contexts;
        if (found == null) {
            found = new HashSet<>();
            for (Passage passage : passages) {
                addContexts(passage, found);
            }
            contexts = found;
        }
        return found;
    }

    private static void addContexts(Passage passage, Set<String> found) {
        int words = passage.words().size();
        for (int start = 0; start < words; start++) {
            int longest = Math.min(passage.words().get(start).longestContext(), words - start);
            for (int length = 1; length <= longest; length++) {
                found.add(passage.stems(start, length));
            }
        }
    }

    private void lean(Passage passage) {
        float pull = passage.pull();
        for (Reading word : passage.words()) {
            float[] each = word.leaning();
            if (each.length > 0) {
                pulled += pull * pull;
                for (int trade = 0; trade < each.length; trade++) {
                    leaning[trade] += pull * each[trade];
                }
            }
        }
    }

    Tally tally(int trade) {
        if (tallies[trade] == null) {
            tallies[trade] = new Tally();
        }
        return tallies[trade];
    }

    double points(int trade) {
        return tallies[trade] == null ? 0 : tallies[trade].points();
    }

    /** That many words lean one way counts more than that one does, but less than so many times. */
    float leaning(int trade) {
        return pulled == 0 ? 0 : leaning[trade] / (float) Math.sqrt(pulled);
    }

    /** How far words lean to a trade rather than to another one; those that lean to the other one are left out. */
    float leaningRather(int trade, int other) {
        float sum = 0;
        for (Passage passage : passages) {
            for (Reading word : passage.words()) {
                float[] each = word.leaning();
                if (each.length > 0) {
                    sum += passage.pull() * Math.max(0, each[trade] - each[other]);
                }
            }
        }
        return pulled == 0 ? 0 : sum / (float) Math.sqrt(pulled);
    }

    boolean silent() {
        return passages.isEmpty();
    }

    /** The publisher itself files it there. */
    void state(int trade, String category) {
        tally(trade).state(category);
    }

    /** The words that lean to a trade more than to others, the strongest first. */
    List<Evidence> leaningWords(int trade, int most) {
        List<Leaning> strongest = new ArrayList<>(most + 1);
        for (Passage passage : passages) {
            for (Reading word : passage.words()) {
                float own = word.ownLeaning(trade);
                if (own > LEAST_LEANING) {
                    keep(new Leaning(word.word(), passage.field(), own * passage.pull()), most, strongest);
                }
            }
        }
        return strongest.stream().map(Leaning::evidence).toList();
    }

    /** In their order, each word of a field once; those that are equally strong in that of the text. */
    private static void keep(Leaning leaning, int most, List<Leaning> strongest) {
        int place = strongest.size();
        while (place > 0 && strongest.get(place - 1).strength() < leaning.strength()) {
            place--;
        }
        if (place < most && !strongest.contains(leaning)) {
            strongest.add(place, leaning);
            if (strongest.size() > most) {
                strongest.removeLast();
            }
        }
    }

    private record Leaning(String word, String field, float strength) {

        Evidence evidence() {
            return new Evidence(word, field);
        }
    }
}
