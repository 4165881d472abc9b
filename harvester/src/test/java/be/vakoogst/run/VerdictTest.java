package be.vakoogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.source.Limits;
import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void fiveHarvestedAnd995FailedIsAFailure() {
        assertThat(judge(new Counts(5, 0, 0, 0, 995, 0), 0).state()).isEqualTo(RunState.FAILED);
    }

    @Test
    void nothingFoundIsAFailure() {
        assertThat(judge(Counts.ZERO, 0).state()).isEqualTo(RunState.FAILED);
    }

    @Test
    void farFewerThanBeforeIsAFailureThatSaysSo() {
        Verdict verdict = judge(new Counts(0, 0, 10, 0, 0, 0), 100);

        assertThat(verdict.state()).isEqualTo(RunState.FAILED);
        assertThat(verdict.reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("10", "100"));
    }

    @Test
    void aFewLostPagesAreSuccessWithErrors() {
        assertThat(judge(new Counts(36, 0, 0, 0, 0, 1), 0).state()).isEqualTo(RunState.SUCCEEDED_WITH_ERRORS);
    }

    @Test
    void anUnchangedListIsSuccessWhateverWasFoundBefore() {
        assertThat(Verdict.on(Counts.ZERO, true, false, 100, Limits.DEFAULT).state())
                .isEqualTo(RunState.SUCCEEDED);
    }

    private static Verdict judge(Counts counts, int before) {
        return Verdict.on(counts, false, false, before, Limits.DEFAULT);
    }
}
