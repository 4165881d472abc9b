package be.vakoogst.trade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Learns leanings from lessons: multinomial logistic regression by AdaGrad (Duchi, Hazan, Singer 2011), always in the same order, so that the same
 * lessons give the same model. What the words of the vocabulary say already is a given: only what they leave open is learnt.
 */
final class Learner {

    private static final int ROUNDS = 12;

    /** The weights are the mean of what they were after each round from this one on: where they still go to and fro is chance. */
    private static final int FIRST_KEPT = ROUNDS / 2;

    private static final float RATE = 0.25f;
    private static final float DECAY = 2e-4f;
    private static final float NEGLIGIBLE = 1e-3f;
    private static final int SEED = 20;

    /** Letters met in one lesson alone are chance. */
    private static final int LEAST_LESSONS = 2;

    private final int classes;
    private final Map<String, Integer> rows = new HashMap<>();
    private final List<Row> all = new ArrayList<>();
    private final Row bias;

    private Learner(int classes) {
        this.classes = classes;
        this.bias = new Row(classes);
    }

    /**
     * A labelled text.
     *
     * @param traits of its words, each as strong as the place where it stood
     * @param given what is known without learning, by class
     * @param truth the share of each class; the shares make one
     * @param weight how much it counts
     */
    record Lesson(List<Traits.Trait> traits, float[] given, float[] truth, float weight) {}

    private static final class Row {
        private final float[] weights;
        private final float[] steps;
        private final float[] kept;

        Row(int classes) {
            weights = new float[classes];
            steps = new float[classes];
            kept = new float[classes];
            Arrays.fill(steps, 1e-6f);
        }

        void keep() {
            for (int each = 0; each < kept.length; each++) {
                kept[each] += weights[each] / (ROUNDS - FIRST_KEPT);
            }
        }
    }

    private record Prepared(int[] rows, float[] strengths, Lesson lesson) {}

    static Leanings learn(List<Lesson> lessons, int classes) {
        Learner learner = new Learner(classes);
        learner.study(lessons);
        Map<String, float[]> weights = new HashMap<>();
        learner.rows.forEach((name, row) -> weights.put(name, learner.all.get(row).kept));
        return new Leanings(weights, learner.bias.kept);
    }

    private void study(List<Lesson> lessons) {
        Map<String, Integer> met = new HashMap<>();
        lessons.forEach(lesson -> lesson.traits().forEach(trait -> met.merge(trait.name(), 1, Integer::sum)));
        List<Prepared> prepared = new ArrayList<>(
                lessons.stream().map(lesson -> prepare(lesson, met)).toList());
        Random order = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(prepared, order);
            prepared.forEach(this::practise);
            if (round >= FIRST_KEPT) {
                all.forEach(Row::keep);
                bias.keep();
            }
        }
    }

    private Prepared prepare(Lesson lesson, Map<String, Integer> met) {
        List<Traits.Trait> kept = lesson.traits().stream()
                .filter(trait -> trait.name().charAt(0) != 'c' || met.getOrDefault(trait.name(), 0) >= LEAST_LESSONS)
                .toList();
        int[] places = new int[kept.size()];
        float[] strengths = new float[kept.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = rows.computeIfAbsent(kept.get(i).name(), name -> {
                all.add(new Row(classes));
                return all.size() - 1;
            });
            strengths[i] = kept.get(i).strength();
        }
        return new Prepared(places, strengths, lesson);
    }

    private void practise(Prepared prepared) {
        float[] errors = believed(prepared);
        for (int each = 0; each < classes; each++) {
            errors[each] = (errors[each] - prepared.lesson().truth()[each])
                    * prepared.lesson().weight();
        }
        for (int i = 0; i < prepared.rows().length; i++) {
            Row row = all.get(prepared.rows()[i]);
            step(row, errors, prepared.strengths()[i], DECAY);
        }
        step(bias, errors, 1, 0);
    }

    private static void step(Row row, float[] errors, float strength, float decay) {
        for (int each = 0; each < errors.length; each++) {
            if (Math.abs(errors[each]) > NEGLIGIBLE) {
                float slope = errors[each] * strength + decay * row.weights[each];
                row.steps[each] += slope * slope;
                row.weights[each] -= RATE * slope / (float) Math.sqrt(row.steps[each]);
            }
        }
    }

    private float[] believed(Prepared prepared) {
        float[] sums = bias.weights.clone();
        for (int each = 0; each < classes; each++) {
            sums[each] += prepared.lesson().given()[each];
        }
        for (int i = 0; i < prepared.rows().length; i++) {
            float[] weights = all.get(prepared.rows()[i]).weights;
            for (int each = 0; each < classes; each++) {
                sums[each] += weights[each] * prepared.strengths()[i];
            }
        }
        return Shares.of(sums);
    }
}
