package be.vakoogst.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-03-05T14:00:00+01:00           | 2024-03-05T14:00+01:00
            2024-03-05T13:00:00Z                | 2024-03-05T13:00Z
            2024-03-05 14:00                    | 2024-03-05T14:00+01:00
            2024-07-05                          | 2024-07-05T00:00+02:00
            Tue, 05 Mar 2024 14:00:00 +0100     | 2024-03-05T14:00+01:00
            di, 5 mrt 2024 14:00 +0100          | 2024-03-05T14:00+01:00
            5 maart 2024                        | 2024-03-05T00:00+01:00
            05/03/2024 14:30                    | 2024-03-05T14:30+01:00
            5 juillet 2024                      | 2024-07-05T00:00+02:00
            1er juin 2024                       | 2024-06-01T00:00+02:00
            March 5, 2024                       | 2024-03-05T00:00+01:00
            Tue, 5 Mar 24 14:00:00 GMT          | 2024-03-05T14:00Z
            Tue Mar  5 14:00:00 2024            | 2024-03-05T14:00Z
            1709647200                          | 2024-03-05T14:00Z
            20240305T140000Z                    | 2024-03-05T14:00Z
            """)
    void aDateIsReadInTheFormPublishersWriteIt(String text, String date) {
        assertThat(DateText.parse(text))
                .hasValueSatisfying(read -> assertThat(read).hasToString(date));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "gisteren", "2024-13-45", "32/01/2024", "0001-01-01", "9999-12-31", "5 foo 2024", "+++"})
    void whatMakesNoSenseIsNoDate(String text) {
        assertThat(DateText.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PT5M30S, 330",
        "5:30, 330",
        "1:02:03, 3723",
        "330, 330",
        "12 min, 720",
        "1 u 30 min, 5400",
        "45 seconden, 45"
    })
    void aDurationIsReadInTheFormPublishersWriteIt(String text, long seconds) {
        assertThat(Durations.parse(text)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Pen en gat | Vakblad Hout;Pen en gat
            Vakblad Hout - Pen en gat;Pen en gat
            Pen-en-gat;Pen-en-gat
            Vakblad Hout;Vakblad Hout
            """)
    void aTitleLosesTheNameOfItsSite(String title, String clean) {
        assertThat(Titles.clean(title, List.of("Vakblad Hout"))).contains(clean);
    }

    @Property(tries = 300)
    void anyTextIsADateOrNone(@ForAll String anything) {
        assertThat(DateText.parse(anything)).isNotNull();
        assertThat(Durations.parse(anything)).isNotNull();
    }
}
