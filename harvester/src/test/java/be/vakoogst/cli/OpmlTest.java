package be.vakoogst.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpmlTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void nestedOutlinesAreReadAndDoublesOnce() throws IOException {
        assertThat(Opml.read(opml("""
                <outline text="Vakken"><outline text="Hout"><outline text="Vakblad" xmlUrl="https://a.example/feed"/></outline>
                <outline title="Zelfde" XMLURL="https://a.example/feed"/></outline>
                <outline text="Lassen &amp; snijden" xmlUrl="feed://b.example/rss"/><outline text="leeg" xmlUrl=" "/>
                """)))
                .containsExactly(
                        new Opml.Feed("https://a.example/feed", "Vakblad"),
                        new Opml.Feed("https://b.example/rss", "Lassen & snijden"));
    }

    @Test
    void oneWrongAddressCostsThatFeedOnly() throws IOException {
        Path file = opml("""
                <outline text="a" xmlUrl="https://a.example/?feed=hout"/><outline text="b" xmlUrl="javascript:alert(1)"/>
                <outline text="c" xmlUrl="geen adres"/><outline text="${PATH}" xmlUrl="https://a.example/?feed=staal"/>
                """);

        int code = sources("import", file.toString());

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("javascript:alert(1)", "geen adres");
        try (Stream<Path> made = Files.list(folder.resolve("sources"))) {
            assertThat(made).hasSize(2);
        }
        assertThat(sources("validate")).isZero();
    }

    @Test
    void aTitleNamesNoVariableOfOurEnvironment() throws IOException {
        sources(
                "import",
                opml("<outline text='${HOME}' xmlUrl='https://a.example/feed'/>")
                        .toString());
        out.getBuffer().setLength(0);

        sources("export");

        assertThat(out.toString()).contains("text=\"${HOME}\"").contains("xmlUrl=\"https://a.example/feed\"");
    }

    @Test
    void whatIsExportedIsImportedAsItWas() throws IOException {
        sources(
                "import",
                opml("<outline text='Zagen &lt;b&gt; &quot;x&quot;' xmlUrl='https://a.example/?a=1&amp;b=2'/>")
                        .toString());
        out.getBuffer().setLength(0);
        sources("export");

        assertThat(Opml.read(Files.writeString(folder.resolve("terug.opml"), out.toString())))
                .containsExactly(new Opml.Feed("https://a.example/?a=1&b=2", "Zagen <b> \"x\""));
    }

    @Test
    void otherCharsetsAndEntitiesDoNoHarm() throws IOException {
        Path file = folder.resolve("oud.opml");
        Files.write(
                file,
                ("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><opml><body><outline text='Caf\u00e9 &e;'"
                                + " xmlUrl='https://a.example/f'/></body></opml>")
                        .getBytes(Charset.forName("windows-1252")));

        assertThat(Opml.read(file)).containsExactly(new Opml.Feed("https://a.example/f", "Caf\u00e9 &e;"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html></html>", "{\"opml\":1}", "\u0000\u0001"})
    void whatIsNoOpmlIsSaid(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("geen.opml"), text);

        assertThatThrownBy(() -> Opml.read(file)).isInstanceOf(WrongUse.class).hasMessageContaining("is no OPML");
    }

    @Test
    void nestingWithoutEndIsReadPast() throws IOException {
        assertThat(Opml.read(opml("<outline>".repeat(50_000)))).isEmpty();
    }

    private Path opml(String outlines) throws IOException {
        return Files.writeString(
                folder.resolve("lijst.opml"), "<opml version='2.0'><body>" + outlines + "</body></opml>");
    }

    private int sources(String... arguments) {
        Surroundings around = new Surroundings(
                Object.class,
                Map.of("VAKOOGST_CONFIG", folder.toString(), "HOME", "/geheim"),
                new PrintWriter(out, true),
                new PrintWriter(err, true));
        return new picocli.CommandLine(new SourcesCommand(around)).execute(arguments);
    }
}
