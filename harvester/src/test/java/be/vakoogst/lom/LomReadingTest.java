package be.vakoogst.lom;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.extract.Field;
import be.vakoogst.extract.Statement;
import be.vakoogst.extract.Value;
import be.vakoogst.xml.XmlPull;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LomReadingTest {

    private List<Statement> said = read("klascement-like.lom.xml");

    @Test
    void theTitleIsTakenInDutchWhereThereIsOne() {
        assertThat(of(Field.TITLE)).containsExactly("Veilig lassen met MIG/MAG");
    }

    @Test
    void aLanguageCalledNoneIsNoLanguage() {
        assertThat(of(Field.LANGUAGE)).isEmpty();
    }

    @Test
    void namesAreReadFromCardsOnOneLineAndOnMany() {
        assertThat(of(Field.CREATOR)).containsExactly("Jan De Smet");
        assertThat(of(Field.PUBLISHER)).containsExactly("Metaalfederatie");
    }

    @Test
    void zipIsNoFormatOfAPage() {
        assertThat(of(Field.MEDIA)).isEmpty();
        assertThat(of(Field.URL)).contains("https://voorbeeld.be/leermiddel/12");
    }

    @Test
    void everyTaxonOfAPathIsACategory() {
        assertThat(of(Field.CATEGORY)).containsExactly("Mechanica", "Lassen-constructie");
    }

    @Test
    void vocabularyTermsGiveTheirValues() {
        assertThat(of(Field.TYPE)).containsExactly("oefening");
        assertThat(of(Field.AUDIENCE)).containsExactly("learner");
        assertThat(of(Field.LEVEL)).containsExactly("secundair onderwijs", "14-16");
        assertThat(of(Field.LICENCE)).containsExactly("https://creativecommons.org/licenses/by-sa/4.0/");
        assertThat(of(Field.DURATION)).containsExactly("PT50M");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BEGIN:VCARD\\nN:Peeters;An\\nEND:VCARD | An Peeters",
                "BEGIN:VCARD FN;CHARSET=UTF-8:Els Claes EMAIL:x@y.be END:VCARD | Els Claes",
                "Luc Maes | Luc Maes",
                "BEGIN:VCARD ORG:Bouwfonds\\, vzw END:VCARD | Bouwfonds, vzw"
            })
    void cardsGiveNames(String card, String name) {
        assertThat(VCard.read(card.replace("\\n", "\n"))).map(VCard::name).contains(name);
    }

    @Test
    void theElderBindingWithItsFaultsIsReadAsWell() {
        said = read("nl-lom-with-faults.lom.xml");

        assertThat(of(Field.TITLE)).containsExactly("Een kozijn stellen");
        assertThat(of(Field.DESCRIPTION)).containsExactly("Stap voor stap een kozijn waterpas stellen.");
        assertThat(of(Field.LANGUAGE)).containsExactly("nl");
        assertThat(of(Field.CREATOR)).containsExactly("Rik Van den Broeck");
        assertThat(of(Field.PUBLISHED)).containsExactly("2019");
        assertThat(of(Field.MEDIA)).containsExactly("https://voorbeeld.be/kozijn.mp4");
        assertThat(of(Field.DURATION)).containsExactly("P0Y0M0DT0H12M30S");
        assertThat(of(Field.TYPE)).containsExactly("informatiebron");
        assertThat(of(Field.LEVEL)).containsExactly("16+ jaar", "MBO, niveau 2");
        assertThat(of(Field.LICENCE)).containsExactly("cc-by-40");
    }

    private List<String> of(Field field) {
        return said.stream()
                .filter(statement -> statement.field() == field)
                .map(statement -> switch (statement.value()) {
                    case Value.Html(String text) -> text;
                    case Value.Text(String text) -> text;
                    case Value.Who(String name, var _, var _) -> name;
                    case Value.Link(var url) -> url.toString();
                    case Value.Picture picture -> picture.url().toString();
                    case Value.File file -> file.url().toString();
                    case Value.Part part -> part.url().toString();
                })
                .toList();
    }

    private static List<Statement> read(String fixture) {
        try (InputStream lom = LomReadingTest.class.getResourceAsStream(fixture)) {
            XmlPull xml = XmlPull.over(new String(lom.readAllBytes(), StandardCharsets.UTF_8));
            xml.next();
            return new LomReading("oai:voorbeeld:12").read(xml.element());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
