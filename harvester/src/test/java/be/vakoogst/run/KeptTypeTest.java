package be.vakoogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptTypeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/html",
                "text/html;charset=ISO-8859-15",
                "text/html;tdm-reservation=1",
                "text/html;charset=UTF-8;tdm-reservation=1",
                "text/html;tdm-policy=https%3A%2F%2Fblad.example%2Ftdm%3Fa%3Db%3Bc;tdm-reservation=1;x-robots-tag=noai"
            })
    void whatIsKeptComesBackAsItWas(String kept) {
        assertThat(KeptType.read(kept)).hasToString(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html;tdm-reservation=1", "text/html;charset=UTF-8;tdm-reservation=1"})
    void aReservationHoldsAlsoWhenTheRecordIsMadeAgain(String kept) {
        assertThat(KeptType.read(kept).headers()).containsEntry("tdm-reservation", List.of("1"));
    }
}
