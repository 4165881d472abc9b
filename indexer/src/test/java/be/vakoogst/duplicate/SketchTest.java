package be.vakoogst.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Sketches and keys are stored beside records: what is made tomorrow must meet what was made last year. */
class SketchTest {

    private static final String TEXT = "een plank zagen met de handzaag doe je zo leg de plank op de schraag"
            + " en teken de lijn af met een winkelhaak zaag dan rustig langs de lijn";

    @Test
    void keysStayWhatTheyAlwaysWere() {
        assertThat(Mixing.of("document", "abc")).isEqualTo(1260810089917137643L);
        assertThat(Mixing.of("address", "voorbeeld.be/é")).isEqualTo(5258999288014099565L);
        assertThat(Sketch.of(TEXT, 8).bands("text titel"))
                .containsExactly(
                        454430757320381479L,
                        -1325851568799307728L,
                        3310116713578417262L,
                        9082601831697665693L,
                        3391617041094516686L,
                        -5073212049085197377L,
                        1329205401864734011L,
                        8907231121510413809L);
    }

    @Test
    void aTextOfFewerShinglesThanAskedForTellsNothing() {
        assertThat(Sketch.of("drie woorden hier", 1).isNone()).isFalse();
        assertThat(Sketch.of("twee woorden", 1).isNone()).isTrue();
        assertThat(Sketch.of("", 1).isNone()).isTrue();
        assertThat(Sketch.of(TEXT, 27).isNone()).isFalse();
        assertThat(Sketch.of(TEXT, 28).isNone()).isTrue();
    }
}
