package be.vakoogst.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignalsTest {

    private final Signals signals = new Signals(List.of(
            List.of("les", "lesfiche voor leraren"), List.of("#challenge", "stap-voor-stap"), List.of("3de graad")));

    @Test
    void aWordCountsOnlyWhereItStandsAlone() {
        assertThat(found("Lesfiche, wiskundeles en een les2")).isEmpty();
        assertThat(found("De eerste les.")).containsExactly("les");
    }

    @Test
    void severalWordsCountWhereTheyFollowEachOther() {
        assertThat(found("(Lesfiche voor leraren), stap-voor-stap"))
                .containsExactly("lesfiche voor leraren", "stap-voor-stap");
        assertThat(found("Lesfiche voor lerarenopleiders, stap voor stap")).isEmpty();
    }

    @Test
    void ofTheSignalsOfOneTermTheFirstInItsListIsTold() {
        assertThat(found("Lesfiche voor leraren: de les")).containsExactly("les");
    }

    @Test
    void aSignalMayBeginWithASign() {
        assertThat(found("Doe mee met de #Challenge!")).containsExactly("#challenge");
        assertThat(found("C#challenge en challenge")).isEmpty();
    }

    @Test
    void degreesThatShareTheirNounAreFoundEach() {
        assertThat(found("Voor de 2de en 3de graad")).containsExactly("3de graad");
        assertThat(found("Voor de 3de en 2de graad")).containsExactly("3de graad");
    }

    private List<String> found(String text) {
        return signals.in(RunningText.of(text)).values().stream()
                .map(Signals.Signal::words)
                .toList();
    }
}
