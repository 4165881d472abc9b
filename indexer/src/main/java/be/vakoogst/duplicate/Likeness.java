package be.vakoogst.duplicate;

import be.vakoogst.resource.Offer;
import java.util.Collections;
import java.util.Optional;

/** Whether two records are the same work, and why. */
final class Likeness {

    /** Below it, two texts of one title are two texts: a lesson and the same lesson rewritten for another year. */
    private static final double NEARLY_THE_SAME = 0.8;

    private Likeness() {}

    static Optional<Offer.Likeness> between(Fingerprint one, Fingerprint other) {
        if (!one.sha256().isEmpty() && one.sha256().equals(other.sha256())) {
            return Optional.of(Offer.Likeness.DOCUMENT);
        }
        boolean sameTitle = one.title().equals(other.title());
        // Within one source many items may stand on one page; then their titles tell them apart.
        if (one.isReadWhere(other) && (sameTitle || !one.source().equals(other.source()))) {
            return Optional.of(Offer.Likeness.ADDRESS);
        }
        return sameTitle && !otherCreators(one, other) && sameWords(one, other)
                ? Optional.of(Offer.Likeness.TEXT)
                : Optional.empty();
    }

    private static boolean otherCreators(Fingerprint one, Fingerprint other) {
        return !one.creators().isEmpty()
                && !other.creators().isEmpty()
                && Collections.disjoint(one.creators(), other.creators());
    }

    /** Where neither has words enough to compare, a common creator has to do. */
    private static boolean sameWords(Fingerprint one, Fingerprint other) {
        boolean silent = isSilent(one) && isSilent(other);
        return silent && !Collections.disjoint(one.creators(), other.creators())
                || one.text().likeness(other.text()) >= NEARLY_THE_SAME
                || one.description().likeness(other.description()) >= NEARLY_THE_SAME;
    }

    private static boolean isSilent(Fingerprint one) {
        return one.description().isNone() && one.text().isNone();
    }
}
