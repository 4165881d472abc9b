package be.vakoogst.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({"P0Y0M0DT0H12M30S, PT12M30S", "pt50m, PT50M", "P1DT2H, PT26H", "1:02:03, PT1H2M3S", "90, PT90S"})
    void durationsAreReadHoweverFullyTheyAreWritten(String text, Duration meant) {
        assertThat(Durations.parse(text)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"P2Y", "onbekend", "PT", "P0Y0M0DT0H0M0S", "999999999999999999H"})
    void whatIsNoDurationIsNone(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }
}
