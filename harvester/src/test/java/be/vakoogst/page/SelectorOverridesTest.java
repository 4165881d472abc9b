package be.vakoogst.page;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.RawRecord.Notice;
import be.vakoogst.extract.Statement;
import be.vakoogst.extract.Value;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectorOverridesTest {

    private static final URI PAGE = URI.create("https://vakblad.example/hout/artikel");
    private static final String HTML = """
            <html><head><meta name="schrijver" content="Jan Peeters"></head><body>
            <h2 class="kop">Pen en gat</h2><span class="datum" data-x="1">5 maart 2024</span><time datetime="2024-03-06">gisteren</time>
            <img class="foto" src="pen.jpg"><a class="licentie" href="https://creativecommons.org/licenses/by/4.0/">vrij</a>
            <a class="bestand" href="/pen.pdf">werkblad</a><b class="trefwoord">eik</b><b class="trefwoord">beuk</b>
            <div class="tekst"><p>Teken af.</p><p>Zaag dan.</p></div></body></html>
            """;

    private final Findings findings = new Findings(PAGE, PAGE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title     | h2.kop                 | Pen en gat
            creator   | meta[name=schrijver]   | Jan Peeters
            published | .datum                 | 5 maart 2024
            modified  | time                   | 2024-03-06
            image     | img.foto               | https://vakblad.example/hout/pen.jpg
            licence   | a.licentie             | https://creativecommons.org/licenses/by/4.0/
            media     | a.bestand              | https://vakblad.example/pen.pdf
            text      | .tekst p               | Teken af.\\nZaag dan.
            """)
    void aFieldIsReadWhereItsSelectorPoints(String field, String selector, String value) {
        read(Map.of(field, selector));

        assertThat(findings.statements()).singleElement().satisfies(statement -> {
            assertThat(statement.field()).isEqualTo(Field.valueOf(field.toUpperCase(java.util.Locale.ROOT)));
            assertThat(statement.where()).isEqualTo(selector);
            assertThat(said(statement)).isEqualTo(value.replace("\\n", "\n"));
        });
    }

    @Test
    void whatIsSaidSeveralTimesIsTakenEachTime() {
        read(Map.of("keyword", ".trefwoord"));

        assertThat(findings.statements())
                .extracting(SelectorOverridesTest::said)
                .isEqualTo(List.of("eik", "beuk"));
    }

    @Test
    void aSelectorThatIsNoneIsReportedAndStopsNothing() {
        read(Map.of("title", "h2["));

        assertThat(findings.statements()).isEmpty();
        assertThat(findings.notices()).extracting(Notice::where).isEqualTo(List.of("selectors.title"));
    }

    private void read(Map<String, String> selectors) {
        new SelectorOverrides(selectors).read(Jsoup.parse(HTML, PAGE.toString()), findings);
    }

    private static String said(Statement statement) {
        return switch (statement.value()) {
            case Value.Text(String text) -> text;
            case Value.Html(String html) -> html;
            case Value.Who who -> who.name();
            case Value.Link(URI url) -> url.toString();
            case Value.Picture picture -> picture.url().toString();
            case Value.File file -> file.url().toString();
            case Value.Part part -> part.url().toString();
        };
    }
}
