package be.vakoogst.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.publisher.Publisher;
import be.vakoogst.source.Politeness;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReservationsTest {

    private static final String FILE = "/.well-known/tdmrep.json";

    private final Publisher publisher = new Publisher();
    private final Fetcher fetcher = Fetcher.open(FetchSettings.allowing(List.of("127.0.0.1")), InstantSource.system());

    @AfterEach
    void close() {
        fetcher.close();
        publisher.close();
    }

    @Test
    void theFirstRuleThatMatchesHolds() {
        publisher.serves(
                FILE,
                "application/json",
                "[{\"location\":\"/vrij/*\",\"tdm-reservation\":0},{\"location\":\"*.html$\",\"tdm-reservation\":1}]");

        assertThat(reserved("/vrij/een.html")).isFalse();
        assertThat(reserved("/gesloten/een.html")).isTrue();
        assertThat(reserved("/gesloten/een.html5")).isFalse();
        assertThat(publisher.requestsTo(FILE)).isOne();
    }

    @Test
    void whatThePageItselfSaysIsLeftAsItIs() {
        publisher.serves(FILE, "application/json", "[{\"location\":\"/*\",\"tdm-reservation\":1}]");
        publisher.servesWithHeader("/een", "text/html", "<html>een</html>", "tdm-reservation", "0");

        assertThat(header(publisher.url("/een"))).containsExactly("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "{}",
                "[1,null,{\"location\":5}]",
                "<html>",
                "[{\"location\":\"*************a\",\"tdm-reservation\":1}]"
            })
    void aFileThatCannotBeReadReservesNothing(String file) {
        publisher.serves(FILE, "application/json", file);

        assertThat(reserved("/een")).isFalse();
    }

    private boolean reserved(String path) {
        publisher.serves(path, "text/html", "<html>tekst</html>");
        return header(publisher.url(path)).contains("1");
    }

    private List<String> header(URI url) {
        FetchRequest request = FetchRequest.of(url, FetchRequest.Wanted.PAGE, new Politeness(Duration.ZERO, 4));
        return ((Fetched.Fresh) fetcher.fetch(request)).headers().getOrDefault(Fetched.TDM_RESERVATION, List.of());
    }
}
