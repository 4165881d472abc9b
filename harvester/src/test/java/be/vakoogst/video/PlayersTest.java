package be.vakoogst.video;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.Statement;
import be.vakoogst.extract.Value;
import be.vakoogst.page.PageReading;
import java.net.URI;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Players and immersive content, from the markup alone. */
class PlayersTest {

    private static final URI PAGE = URI.create("https://omroep.example/video/bloeddruk");

    @ParameterizedTest
    @CsvSource({
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=30s, https://www.youtube.com/embed/dQw4w9WgXcQ",
        "https://www.youtube.com/watch?list=PL1&v=dQw4w9WgXcQ, https://www.youtube.com/embed/dQw4w9WgXcQ",
        "https://youtu.be/dQw4w9WgXcQ?si=x, https://www.youtube.com/embed/dQw4w9WgXcQ",
        "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0, https://www.youtube.com/embed/dQw4w9WgXcQ",
        "https://m.youtube.com/shorts/dQw4w9WgXcQ, https://www.youtube.com/embed/dQw4w9WgXcQ",
        "https://vimeo.com/123456789, https://player.vimeo.com/video/123456789",
        "https://vimeo.com/123456789/0a1b2c3d4e, https://player.vimeo.com/video/123456789?h=0a1b2c3d4e",
        "https://player.vimeo.com/video/123456789?title=0&h=0a1b2c3d4e, https://player.vimeo.com/video/123456789?h=0a1b2c3d4e",
        "https://vimeo.com/channels/staffpicks/123456789, https://player.vimeo.com/video/123456789"
    })
    void everyAddressOfAVideoLeadsToItsPlayer(URI address, URI player) {
        assertThat(EmbedAddress.of(address)).contains(player);
    }

    @ParameterizedTest
    @CsvSource({"https://www.youtube.com/@vakman", "https://vimeo.com/blog", "https://voorbeeld.be/watch?v=dQw4w9WgXcQ"
    })
    void whatIsNoVideoHasNoPlayer(URI address) {
        assertThat(EmbedAddress.of(address)).isEmpty();
    }

    @Test
    void framesThatWaitForConsentAndOwnPlayersAreFound() {
        List<Statement> said = read(new Players(), """
                <iframe data-src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>
                <iframe src="/speler/12" allowfullscreen></iframe>
                <iframe src="https://reclame.example/banner"></iframe>""");

        assertThat(files(said))
                .containsExactly(
                        "https://www.youtube.com/embed/dQw4w9WgXcQ EMBED", "https://omroep.example/speler/12 EMBED");
    }

    @Test
    void anOwnVideoSaysItsFileTypeAndCaptions() {
        List<Statement> said = read(new Players(), """
                <video controls><source src="/m/les.webm"><source src="/m/les.mp4" type='video/mp4; codecs="avc1"'>
                <track kind="captions" srclang="nl" src="/m/les.nl.vtt"><track kind="chapters" src="/m/hoofdstukken.vtt"></video>""");

        assertThat(files(said))
                .containsExactly(
                        "https://omroep.example/m/les.webm CONTENT",
                        "https://omroep.example/m/les.mp4 CONTENT",
                        "https://omroep.example/m/les.nl.vtt CAPTIONS");
        assertThat(types(said)).containsExactly("video/webm", "video/mp4", "text/vtt");
        assertThat(of(said, Field.MARK)).containsExactly("captions");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<model-viewer src='lasbrander.glb' ar></model-viewer>",
                "<a href='motor.usdz' rel='ar'>Bekijk in je werkplaats</a>",
                "<a href='/modellen/trap.gltf?v=2'>Het model</a>",
                "<a-scene><a-sky src='werkplaats360.jpg'></a-sky></a-scene>",
                "<script>if (navigator.xr) { navigator.xr.requestSession('immersive-vr'); }</script>"
            })
    void whatIsImmersiveIsSeenByItsMarkupFilesAndCalls(String html) {
        assertThat(of(read(new Immersive(), html), Field.TYPE)).contains("xr");
    }

    @Test
    void anOrdinaryPageIsNotImmersive() {
        assertThat(read(new Immersive(), "<p>Een artikel over <a href='vr.html'>VR</a></p><script>let x = 1</script>"))
                .isEmpty();
    }

    private static List<Statement> read(PageReading reading, String body) {
        return reading.read(Jsoup.parse("<!doctype html><html><body>" + body, PAGE.toString()), PAGE);
    }

    private static List<String> of(List<Statement> said, Field field) {
        return said.stream()
                .filter(statement -> statement.field() == field)
                .map(statement -> ((Value.Text) statement.value()).text())
                .toList();
    }

    private static List<String> files(List<Statement> said) {
        return media(said).map(file -> file.url() + " " + file.role()).toList();
    }

    private static List<String> types(List<Statement> said) {
        return media(said).flatMap(file -> file.mediaType().stream()).toList();
    }

    private static java.util.stream.Stream<Value.File> media(List<Statement> said) {
        return said.stream()
                .filter(statement -> statement.field() == Field.MEDIA)
                .map(statement -> (Value.File) statement.value());
    }
}
