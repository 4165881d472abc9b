package be.vakoogst.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {

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
