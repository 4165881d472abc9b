package be.vakoogst.trade;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes lessons of the vocabulary and of labelled texts: each term is a small text of its trade, which counts less than a real one. */
final class School {

    private static final double OF_TERM = 0.15;

    /** What a text counts once more as one of which the vocabulary knows no word; of 0, 0.5 and 1 the best on texts never seen. */
    private static final double OF_UNHEARD = 0.5;

    private final Judge unschooled;
    private final List<String> ids;
    private final Map<String, Integer> places = new HashMap<>();

    School(Judge unschooled, List<String> ids) {
        this.unschooled = unschooled;
        this.ids = ids;
        IntStream.range(0, ids.size()).forEach(place -> places.put(ids.get(place), place));
    }

    Leanings teach(Vocabulary.Contents vocabulary, List<Example> examples) {
        List<Learner.Lesson> lessons = new ArrayList<>();
        terms(vocabulary).forEach((text, shares) -> lessons.add(lesson(text, shares)));
        for (Example example : examples) {
            lessons.add(lesson(example));
            lessons.add(unheard(example));
        }
        return Learner.learn(lessons, ids.size() + 1);
    }

    /** Each term with how strongly it speaks for each trade. */
    private Map<String, float[]> terms(Vocabulary.Contents vocabulary) {
        Map<String, float[]> terms = new LinkedHashMap<>();
        List<Trade> trades = List.copyOf(vocabulary.trades().values());
        for (int trade = 0; trade < trades.size(); trade++) {
            note(trades.get(trade).terms(), trade, terms);
        }
        note(vocabulary.against(), trades.size(), terms);
        return terms;
    }

    private void note(List<Trade.Term> terms, int place, Map<String, float[]> noted) {
        for (Trade.Term term : terms) {
            float[] shares = noted.computeIfAbsent(term.text(), text -> new float[ids.size() + 1]);
            shares[place] = Math.max(shares[place], (float) term.weight());
        }
    }

    private Learner.Lesson lesson(String term, float[] strengths) {
        float sum = 0;
        float most = 0;
        for (float strength : strengths) {
            sum += strength;
            most = Math.max(most, strength);
        }
        float[] truth = new float[strengths.length];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = strengths[i] / sum;
        }
        Classifiable text = new Classifiable(term, "", List.of(), "");
        return new Learner.Lesson(traits(text), new float[truth.length], truth, (float) (OF_TERM * most));
    }

    private Learner.Lesson lesson(Example example) {
        return new Learner.Lesson(
                traits(example.text()),
                unschooled.odds(unschooled.hear(example.text())),
                truth(example.trades()),
                (float) example.weight());
    }

    /** The same text, as if the vocabulary had none of its words: what will be asked knows fewer of them than what was learnt from. */
    private Learner.Lesson unheard(Example example) {
        return new Learner.Lesson(
                traits(example.text()), unschooled.odds(unschooled.deaf()), truth(example.trades()), (float)
                        (OF_UNHEARD * example.weight()));
    }

    private float[] truth(Set<String> trades) {
        float[] truth = new float[ids.size() + 1];
        List<Integer> meant =
                trades.stream().filter(places::containsKey).map(places::get).toList();
        meant.forEach(place -> truth[place] = 1f / meant.size());
        truth[ids.size()] = meant.isEmpty() ? 1 : 0;
        return truth;
    }

    private List<Traits.Trait> traits(Classifiable text) {
        List<Passage> passages = unschooled.passages(text);
        float scale = 0;
        for (Passage passage : passages) {
            scale += passage.pull() * passage.pull() * spoken(passage).size();
        }
        List<Traits.Trait> traits = new ArrayList<>();
        for (Passage passage : passages) {
            float strength = (float) (passage.pull() / Math.sqrt(scale));
            spoken(passage)
                    .forEach(word -> unschooled
                            .traits(word)
                            .forEach(trait -> traits.add(new Traits.Trait(trait.name(), trait.strength() * strength))));
        }
        return traits;
    }

    private static List<Reading> spoken(Passage passage) {
        return passage.words().stream()
                .filter(word -> word.leaning().length > 0)
                .toList();
    }
}
