package be.vakoogst.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an address that leads elsewhere for good has moved to, and what only stands in for it. */
class StandInTest {

    private static final URI SHARED = URI.create("https://vakblad.be/aanbod");
    private static final StandIn STAND_IN = new StandIn(SHARED::equals);

    @ParameterizedTest
    @CsvSource({
        "/blad/hout/zwaluwstaart, https://vakblad.be/",
        "/blad/hout/zwaluwstaart, https://vakblad.be/nl/",
        "/blad/hout/zwaluwstaart, https://vakblad.be/index.html",
        "/blad/hout/zwaluwstaart, https://vakblad.be/blad/hout",
        "/blad/hout/zwaluwstaart, https://vakblad.be/blad/",
        "/blad/hout/zwaluwstaart.html, https://vakblad.be/blad/hout/index.php",
        "/nl/blad/hout/zwaluwstaart, https://www.vakblad.com/nl/blad/hout/",
        "/lessen/12, https://vakblad.be/aanbod"
    })
    void anOverviewStandsInForWhatIsGone(String asked, URI answered) {
        assertThat(STAND_IN.of(URI.create("https://vakblad.be" + asked), answered, true))
                .hasValueSatisfying(reason -> assertThat(reason).contains(answered.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "/blad/hout/zwaluwstaart, https://vakblad.be/artikels/zwaluwstaart",
        "/blad/hout/zwaluwstaart, https://vakblad.be/blad/metaal",
        "/blad/hout/zwaluwstaart, https://www.vakblad.be/blad/hout/zwaluwstaart/",
        "/blad/hout/zwaluwstaart/index.html, https://vakblad.be/blad/hout/zwaluwstaart/",
        "/blad/hout/zwaluwstaart/amp, https://vakblad.be/blad/hout/zwaluwstaart",
        "/blad/zwaluwstaart, https://vakblad.be/blad/hout/zwaluwstaart",
        "/blad/zwaluwstaart, https://vakblad.be/blad?id=12",
        "/zwaluwstaart, https://vakblad.be/blad/"
    })
    void anotherPlaceOfItsOwnIsAMove(String asked, URI answered) {
        assertThat(STAND_IN.of(URI.create("https://vakblad.be" + asked), answered, true))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"https://vakblad.be/blad/hout", "https://vakblad.be/aanbod"})
    void whatLeadsThereForNowMayComeBack(URI answered) {
        assertThat(STAND_IN.of(URI.create("https://vakblad.be/blad/hout/zwaluwstaart"), answered, false))
                .isEmpty();
    }
}
