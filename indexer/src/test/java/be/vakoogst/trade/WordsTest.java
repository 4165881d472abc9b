package be.vakoogst.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "haren, haar",
        "ramen, raam",
        "zagen, zaag",
        "lassen, las",
        "buizen, buis",
        "planken, plank",
        "metalen, metaal",
        "kozijnen, kozijn",
        "tegels, tegel",
        "motoren, motor",
        "machines, machine",
        "assemblages, assemblage",
        "joints, joint",
        "platte, plat",
        "daken, dak",
        "Ĳzeren, ijzer",
        "élève, eleve",
        "œuvre, oeuvre",
        "ｌａｓｓｅｎ, las",
    })
    void inflectionAndSpellingMakeNoDifference(String one, String other) {
        assertThat(Words.stem(one)).isEqualTo(Words.stem(other));
    }

    @ParameterizedTest
    @CsvSource({"staal, stal", "kaas, kas", "boom, bom", "plaat, plat", "plaats, plaat", "maan, man", "boor, bor"})
    void wordsThatOnlyLookAlikeStayApart(String one, String other) {
        assertThat(Words.stem(one)).isNotEqualTo(Words.stem(other));
    }

    @Test
    void anAccentBehindItsLetterAndAHyphenForTheEndOfALineEndNoWord() {
        String apart = Normalizer.normalize("L'ébéniste zwaluw\u00ADstaart", Normalizer.Form.NFD);

        assertThat(Words.of(apart, 9)).hasSize(2);
        assertThat(Words.stem(Words.of(apart, 9).get(1))).isEqualTo(Words.stem("zwaluwstaart"));
    }
}
