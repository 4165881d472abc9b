package be.vakoogst.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharactersTest {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String TEXT = "<p>Crème brûlée – “één” voor €5</p>";

    @ParameterizedTest
    @CsvSource({
        "UTF-8, , UTF-8",
        "UTF-8, windows-1252, UTF-8",
        "UTF-8, , windows-1252",
        "UTF-8, ISO-8859-1, ISO-8859-1",
        "UTF-8, UTF-16, ",
        "UTF-8, , ",
        "windows-1252, , ",
        "windows-1252, UTF-8, UTF-8",
        "windows-1252, ISO-8859-1, ",
        "windows-1252, , us-ascii",
        "windows-1252, UTF-16, ",
        "ISO-8859-15, ISO-8859-15, UTF-8",
        "UTF-16LE, , ",
        "UTF-16BE, UTF-8, ",
    })
    void whateverIsSaidOfABodyItsTextIsRead(String really, String header, String declared) {
        String text = (declared == null ? "" : "<meta charset=" + declared + ">")
                + TEXT.replace("–", really.equals("ISO-8859-15") ? "-" : "–")
                        .replaceAll("[“”]", really.equals("ISO-8859-15") ? "'" : "“");

        Characters read = read(text.getBytes(Charset.forName(really)), header);

        assertThat(read.text()).isEqualTo(text);
    }

    @Test
    void aByteOrderMarkIsNoCharacter() {
        assertThat(read(("\uFEFF" + TEXT).getBytes(UTF_8), "windows-1252").text())
                .isEqualTo(TEXT);
        assertThat(read(("\uFEFF" + TEXT).getBytes(UTF_16LE), null).text()).isEqualTo(TEXT);
        assertThat(read(("\uFEFF" + TEXT).getBytes(UTF_16BE), "utf-8").text()).isEqualTo(TEXT);
    }

    @Test
    void aDamagedByteCostsNoOtherLetter() {
        byte[] body = "Crème brûlée, één keer".getBytes(UTF_8);
        body[0] = (byte) 0xFF;

        Characters read = read(body, "utf-8");

        assertThat(read.text()).endsWith("rème brûlée, één keer");
        assertThat(read.fault()).isPresent();
    }

    @Test
    void aWrongDeclarationIsReported() {
        assertThat(read(TEXT.getBytes(UTF_8), "windows-1252").fault())
                .contains("says windows-1252, but its bytes are UTF-8");
        assertThat(read(TEXT.getBytes(WINDOWS_1252), "UTF-8").fault())
                .contains("says UTF-8, but its bytes are none; read as windows-1252");
        assertThat(read("Zagen".getBytes(ISO_8859_1), "windows-1252").fault()).isEmpty();
        assertThat(read(TEXT.getBytes(UTF_8), "UTF-8").fault()).isEmpty();
    }

    private static Characters read(byte[] body, String header) {
        return Characters.of(
                body,
                Optional.ofNullable(header).flatMap(Characters::named),
                Pattern.compile("<meta charset=([^>]+)>"));
    }
}
