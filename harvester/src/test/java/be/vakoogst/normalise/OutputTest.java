package be.vakoogst.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.connector.Checkpoint;
import be.vakoogst.connector.Item;
import be.vakoogst.connector.ItemKey;
import be.vakoogst.extract.Field;
import be.vakoogst.extract.RawRecord;
import be.vakoogst.extract.Statement;
import be.vakoogst.extract.Syntax;
import be.vakoogst.extract.Value;
import be.vakoogst.publisher.Fixture;
import be.vakoogst.publisher.Offered;
import be.vakoogst.resource.Media;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Whatever a publisher writes wherever, no markup, script or control character of it reaches a record. */
class OutputTest {

    private static final URI PAGE = URI.create("https://vakblad.example/a");
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!?]");
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Cc}\\p{Cs}\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFEFF&&[^\\n]]");

    @Property(tries = 300)
    void noMarkupScriptOrControlCharacterReachesARecord(@ForAll("hostile") String text) {
        List<Statement> statements = Arrays.stream(Field.values())
                .filter(field -> field != Field.ROBOTS)
                .flatMap(field -> values(text).map(value -> new Statement(field, value, Syntax.JSON_LD, text)))
                .toList();
        Item item = new Item(
                new ItemKey("a"),
                PAGE,
                new RawRecord(PAGE, statements, List.of()),
                "",
                Optional.empty(),
                Checkpoint.START);

        JsonNode record = Fixture.record(item, Optional.empty(), Offered.source("feed", PAGE, Map.of()));

        assertThat(texts(record))
                .allSatisfy(said -> assertThat(said).doesNotContainPattern(TAG).doesNotContainPattern(INVISIBLE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '§', textBlock = """
            <b>Zagen</b> &amp;amp; schaven~Zagen & schaven
            <script>alert(1)</script>Zagen~Zagen
            &lt;script&gt;alert(1)&lt;/script&gt;Zagen~Zagen
            &amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;Zagen~Zagen
            Zagen&nbsp;met&#8217;s mes~Zagen met’s mes
            <scr<b>ipt>alert</scr</b>ipt> Zagen~ipt>alertipt> Zagen
            hout < 20 mm & staal > 3 mm~hout < 20 mm & staal > 3 mm
            als a<b dan zagen~als a< b dan zagen
            Zagen <img src=x onerror=~Zagen < img src=x onerror=
            <![CDATA[Zagen]]>~Zagen
            <p>Eén</p>twee<br>drie~Eén twee drie
            <table><tr><td>Eik</td><td>12 mm</td></tr><tr><th>Beuk</th><td>8 mm</td></tr></table>~Eik 12 mm Beuk 8 mm
            """)
    void textIsReadOutOfMarkupHoweverOftenItWasEncoded(String html, String text) {
        assertThat(PlainText.line(new Value.Html(html))).contains(text);
        assertThat(PlainText.line(new Value.Text(html))).contains(text);
    }

    private static Stream<Value> values(String text) {
        return Stream.of(
                new Value.Text(text),
                new Value.Html(text),
                new Value.Who(text, Optional.empty(), Optional.empty()),
                new Value.Picture(PAGE, Optional.empty(), Optional.empty(), Optional.of(text)),
                new Value.File(PAGE, Optional.of(text), Optional.of(text), Optional.empty(), Media.Role.CONTENT));
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isString()
                ? Stream.of(node.asString())
                : node.values().stream().flatMap(OutputTest::texts);
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> pieces = Arbitraries.of(
                "<script>alert(1)</script>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "&amp;lt;b&amp;gt;",
                "<",
                ">",
                "</",
                "<!--",
                "-->",
                "<![CDATA[",
                "]]>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "&#0;",
                "&#x202E;",
                "\u0000",
                "\u0007",
                "\u001B[31m",
                "\u202E",
                "\u200B",
                "\uFEFF",
                "\uD800",
                "\u0085",
                "&",
                "&amp;",
                "\"",
                "'",
                "Zagen",
                " ",
                "\n",
                "<a href=\"javascript:alert(1)\">",
                "<scr<b>ipt>",
                "<b",
                "é",
                "😀");
        return pieces.list().ofMinSize(1).ofMaxSize(12).map(list -> "Hout " + String.join("", list));
    }
}
