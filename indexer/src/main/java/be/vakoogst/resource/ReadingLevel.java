package be.vakoogst.resource;

/**
 * How hard a text is to read.
 *
 * @param formula the published formula that gave the score, such as {@code flesch-douma}
 * @param score the formula's figure, of which higher is easier
 * @param words how many words it was taken from
 */
public record ReadingLevel(Ease level, String formula, double score, int words) {

    /** The bands of Flesch (1948), each ten points or more wide. */
    public enum Ease implements Code {
        VERY_EASY(90),
        EASY(80),
        FAIRLY_EASY(70),
        STANDARD(60),
        FAIRLY_DIFFICULT(50),
        DIFFICULT(30),
        VERY_DIFFICULT(Double.NEGATIVE_INFINITY);

        private final double least;

        Ease(double least) {
            this.least = least;
        }

        public static Ease of(double score) {
            for (Ease ease : values()) {
                if (score >= ease.least) {
                    return ease;
                }
            }
            throw new IllegalArgumentException("No number: " + score);
        }
    }
}
