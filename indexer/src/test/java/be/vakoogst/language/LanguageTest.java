package be.vakoogst.language;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.trade.Vocabulary;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the project's own vocabulary. */
class LanguageTest {

    private static final Path VOCABULARIES = Path.of("../config/vocabularies");
    private static final Language LANGUAGE = Language.load(VOCABULARIES, Vocabulary.load(VOCABULARIES));

    private static String stem(String word) {
        return LANGUAGE.word(word).stem();
    }

    @ParameterizedTest
    @CsvSource({
        "muren, muur",
        "daken, dak",
        "platte, plat",
        "lassen, las",
        "plankjes, plank",
        "zekeringen, zekering",
        "tegelen, tegels",
        "kanalen, kanaal",
        "panelen, paneel",
        "motoren, motor",
        "systemen, systeem",
        "tekenen, teken",
        "solderen, soldeer",
        "steden, stad",
        "bacteriën, bacterie",
        "auto's, auto",
        "Ĳzer, ijzer",
        "IJZER, ijzer",
        "geïsoleerde, geisoleerd",
        "electriciteit, elektriciteit",
        "thermostaat, termostaat",
        "freezen, frezen",
        "houten, hout",
        "adressen, adres",
        "processen, proces",
        "l'électricité, électricité",
        "230V, 230v",
        "'2,5mm²', 2.5mm2",
        "glazen, glas",
        "spoorwegen, spoorweg",
    })
    void inflectionAndSpellingMakeNoDifference(String one, String other) {
        assertThat(stem(one)).isEqualTo(stem(other));
    }

    @ParameterizedTest
    @CsvSource({
        "bomen, bommen",
        "plaats, plaat",
        "ramen, rammen",
        "gips, gip",
        "brons, bron",
        "dichten, dicht-",
        "kast, kas",
        "pers, per",
        "waarde, waar"
    })
    void wordsThatMeanSomethingElseStayApart(String one, String other) {
        if (other.endsWith("-")) {
            assertThat(stem(one)).isEqualTo("dicht");
        } else {
            assertThat(stem(one)).isNotEqualTo(stem(other));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "houtbewerkingsmachine, houtbewerking machin",
        "dakisolatie, dak isolatie",
        "condensatieketel, kondensatie ketel",
        "veiligheidsbril, veiligheid bril",
        "hondentrimmer, hond trimmer",
        "3D-printen, 3d print",
    })
    void compoundsSpeakByTheirParts(String word, String parts) {
        assertThat(LANGUAGE.word(word).parts()).containsExactly(parts.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "metselaar, metselen",
        "afwerking, afwerken",
        "gelast, lassen",
        "afgewerkte, afwerken",
        "S235JR, s235",
        "M8x40, m8",
        "naaister, naaien"
    })
    void aWordIsAlsoFoundByWhatItComesFrom(String word, String origin) {
        assertThat(LANGUAGE.word(word).looser()).contains(stem(origin));
    }

    @ParameterizedTest
    @CsvSource({"loodgiter, loodgieter", "programeren, programmeren", "schrijnwreker, schrijnwerker"})
    void aSlipOfTheFingerIsUnderstood(String typed, String meant) {
        assertThat(LANGUAGE.spelled(LANGUAGE.word(typed))).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"230 V, 230v", "10 mm², 10mm2", "'1,5 kW', 1.5kw"})
    void aNumberAndItsUnitAreOneWord(String text, String stem) {
        assertThat(LANGUAGE.read(text, 10)).extracting(Reading::stem).isEqualTo(List.of(stem));
    }

    @Property(tries = 300)
    void whatIsLookedForStandsWhereReadingHasIt(@ForAll @StringLength(max = 300) String text) {
        String said = "Zagen, gezaagd op 230 V; " + text + " 10 mm² gezaagd";
        Predicate<Reading> wanted =
                word -> word.stem().length() % 2 == 0 || word.word().contains("a");

        assertThat(new Lookout(LANGUAGE, wanted).in(said, 100))
                .isEqualTo(LANGUAGE.read(said, 100).stream()
                        .filter(wanted)
                        .map(word -> new Lookout.Place(word.start(), word.end()))
                        .toList());
    }

    @Property(tries = 300)
    void anyTextIsReadWithPlacesInsideIt(@ForAll @StringLength(max = 300) String text) {
        assertThat(LANGUAGE.read(text, 100))
                .allSatisfy(word ->
                        assertThat(text.substring(word.start(), word.end())).isNotEmpty());
    }
}
