package be.vakoogst.run;

import be.vakoogst.life.Removal;
import be.vakoogst.source.Limits;
import java.util.Optional;

/**
 * The honest end of a run: '5 harvested, 995 failed' is a failure, and so is a source that suddenly shows far less.
 *
 * @param reason empty when all went well
 */
record Verdict(RunState state, Optional<String> reason) {

    private static final Verdict SUCCEEDED = new Verdict(RunState.SUCCEEDED, Optional.empty());

    /**
     * @param nothingNew the source said that its whole list is as it was
     * @param listBroken a part of the list could not be read
     * @param before how many items the last run that was not a failure found; 0 when there was none
     */
    static Verdict on(Counts counts, boolean nothingNew, boolean listBroken, int before, Limits limits) {
        if (nothingNew) {
            return SUCCEEDED;
        }
        int found = counts.found();
        int errors = counts.failed() + counts.partial();
        if (found == 0 && counts.gone() == 0) {
            return failed("no item was found");
        }
        if (found > 0 && errors > found * limits.errorShare()) {
            return failed("%d of %d items failed".formatted(errors, found));
        }
        if (found < before * (1 - limits.shrinkShare())) {
            return failed("only %d items were found, where the run before found %d".formatted(found, before));
        }
        if (errors > 0 || listBroken) {
            return new Verdict(RunState.SUCCEEDED_WITH_ERRORS, Optional.of(inPart(errors, listBroken)));
        }
        return SUCCEEDED;
    }

    /** The same, where records are found gone that must not go before an operator says so. */
    Verdict with(Removal removal) {
        if (removal.state() != Removal.State.WAITING) {
            return this;
        }
        String asks = "removal %d waits to be confirmed: it %s"
                .formatted(removal.id(), removal.reason().orElse(""));
        RunState asked = state == RunState.SUCCEEDED ? RunState.SUCCEEDED_WITH_ERRORS : state;
        return new Verdict(
                asked, Optional.of(reason.map(known -> known + "; " + asks).orElse(asks)));
    }

    private static String inPart(int errors, boolean listBroken) {
        return listBroken
                ? "a part of the list could not be read"
                : errors + (errors == 1 ? " item" : " items") + " had errors";
    }

    private static Verdict failed(String reason) {
        return new Verdict(RunState.FAILED, Optional.of(reason));
    }
}
