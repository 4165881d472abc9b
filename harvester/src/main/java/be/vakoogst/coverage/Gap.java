package be.vakoogst.coverage;

import java.util.List;

/**
 * A trade that has too little.
 *
 * @param few whether it has fewer resources than every trade should have
 * @param without audiences for whom it has nothing
 * @param unanswered whether too many searches about it find nothing
 * @param text all of it in a sentence
 */
record Gap(
        String trade,
        String label,
        long resources,
        boolean few,
        List<Part.Value> without,
        boolean unanswered,
        Part.Asked asked,
        String text) {}
