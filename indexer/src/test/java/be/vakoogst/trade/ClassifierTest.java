package be.vakoogst.trade;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.resource.TradeAssertion;
import be.vakoogst.resource.TradeAssertion.Evidence;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the project's own vocabulary. */
class ClassifierTest {

    private static final Classifier CLASSIFIER = Classifier.of(Vocabulary.load(Path.of("../config/vocabularies")));

    private static List<TradeAssertion> classify(String title) {
        return CLASSIFIER.classify(new Classifiable(title, "", List.of(), ""));
    }

    private static String ids(String title) {
        return classify(title).stream().map(TradeAssertion::id).collect(Collectors.joining("+"));
    }

    @ParameterizedTest
    @CsvSource({
        "De houtbewerkingsmachine instellen, hout",
        "Een zwaluwstaartverbinding maken, hout",
        "Hoekprofielen MIG-lassen, lassen",
        "Lavabo en afvoer plaatsen, sanitair-verwarming",
        "Haar knippen in lagen bij de kapper, haar-schoonheid",
        "Metselverbanden: halfsteens metselwerk, bouw",
        "La menuiserie: assemblage à tenon et mortaise, hout",
    })
    void aTitleIsFiledUnderItsTradeThroughCompoundsInflectionAndLanguages(String title, String trade) {
        assertThat(ids(title)).startsWith(trade);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "De verkiezingen van de gemeenteraad uitgelegd",
                "Voetbal: de regels van het buitenspel",
                "Werkwoordspelling: dt-fouten vermijden",
                "",
                "   ",
                "?!? ... ---",
                "🔧🔧<b>x</b>"
            })
    void whatIsAboutNoTradeGetsNone(String title) {
        assertThat(classify(title)).isEmpty();
    }

    @Test
    void aBankOfMoneyIsNoWorkbench() {
        assertThat(ids("Een rekening openen bij de bank: krediet en lening")).doesNotContain("hout");
    }

    @Test
    void aCompoundIsTakenApartBehindAHyphenToo() {
        TradeAssertion judged = classify("VR-houtbewerkingsatelier").getFirst();

        assertThat(judged.id()).isEqualTo("hout");
        assertThat(judged.assertedBy()).isEqualTo(TradeAssertion.AssertedBy.RULE);
    }

    @Test
    void theEvidenceNamesTheWordsAndWhereTheyStood() {
        TradeAssertion judged = CLASSIFIER
                .classify(new Classifiable("Frezen", "Een zwaluwstaart in beuk", List.of("schrijnwerk"), ""))
                .getFirst();

        assertThat(judged.id()).isEqualTo("hout");
        assertThat(judged.evidence())
                .contains(new Evidence("zwaluwstaart", "description"), new Evidence("schrijnwerk", "keywords"));
    }

    @Test
    void moreEvidenceNeverMakesItLessSure() {
        double one = classify("Zwaluwstaart").getFirst().score();
        double two = classify("Zwaluwstaart met de bovenfrees").getFirst().score();

        assertThat(two).isGreaterThan(one);
    }

    @Property(tries = 300)
    void anyTextGetsScoresBetweenNoughtAndOneInDescendingOrder(
            @ForAll @StringLength(max = 300) String title, @ForAll @StringLength(max = 300) String text) {
        List<Double> scores = CLASSIFIER.classify(new Classifiable(title, text, List.of(title), text)).stream()
                .map(TradeAssertion::score)
                .toList();

        assertThat(scores)
                .allMatch(score -> score >= 0 && score <= 1)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }
}
