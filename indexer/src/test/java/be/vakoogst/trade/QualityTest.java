package be.vakoogst.trade;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.resource.TradeAssertion;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The project's own vocabulary and labelled texts, judged by what neither was made from. */
class QualityTest {

    private static final Vocabulary VOCABULARY = Vocabulary.load(Path.of("../config/vocabularies"));
    private static final Classifier CLASSIFIER = Classifier.of(VOCABULARY);
    private static final Path TEXTS = Path.of("src/test/resources/trades");

    private static Judgements judged(String file) {
        Judgements judgements = new Judgements();
        for (Example each : Examples.read(TEXTS.resolve(file), VOCABULARY)) {
            judgements.add(
                    each.trades(),
                    CLASSIFIER.classify(each.text()).stream()
                            .map(TradeAssertion::id)
                            .collect(Collectors.toSet()));
        }
        return judgements;
    }

    @ParameterizedTest
    @ValueSource(strings = {"fresh.jsonl", "written-apart.jsonl"})
    void textsThatWereWrittenApartAreMostlyFiledRight(String file) {
        assertThat(judged(file).macroF1()).isGreaterThan(0.85);
    }

    @ParameterizedTest
    @CsvSource({
        "Geld lenen bij de bank: hypotheek en rente,''",
        "Een werkbank met bankschroef maken,hout",
        "Hoe bouw je spanning op in een verhaal?,''",
        "Spanning en stroom meten met een multimeter,elektriciteit",
        "De kraan lekt: een keramisch binnenwerk vervangen,sanitair-verwarming",
        "De las op een hoekprofiel slijpen,lassen",
        "Asfalt frezen op de autosnelweg,wegenbouw",
        "Onder één dak wonen: gezinnen vroeger en nu,''",
    })
    void aWordOfSeveralMeaningsIsUnderstoodByTheWordsBesideIt(String title, String trade) {
        assertThat(trades(title)).isEqualTo(trade);
    }

    @ParameterizedTest
    @CsvSource({
        "Vleeswaren snijden en de klant aan de kassa bedienen,retail+slagerij",
        "Koelinstallatie van een binnenschip onderhouden,koeltechniek+maritiem",
        "Brood bakken in de steenoven,bakkerij",
        "Wondzorg: een decubituswonde verbinden,zorg",
    })
    void aSecondTradeIsNamedWhereWordsOfItsOwnSpeakForIt(String title, String trades) {
        assertThat(trades(title)).isEqualTo(trades);
    }

    private static String trades(String title) {
        return CLASSIFIER.classify(new Classifiable(title, "", List.of(), "")).stream()
                .map(TradeAssertion::id)
                .collect(Collectors.joining("+"));
    }

    @Test
    void whatTheLikeliestTradeSharesWithASecondOneLeavesItNoLessSure() {
        List<TradeAssertion> judged = CLASSIFIER.classify(
                new Classifiable("Vleeswaren snijden en de klant aan de kassa bedienen", "", List.of(), ""));

        assertThat(judged.getFirst().score()).isGreaterThan(0.95);
    }

    @Test
    void aCategoryOfThePublisherThatNamesATradeFilesThereAndSaysSo() {
        TradeAssertion judged = CLASSIFIER
                .classify(
                        new Classifiable("Aflevering 12", "", List.of(), List.of("Opleidingen > Schrijnwerkerij"), ""))
                .getFirst();

        assertThat(judged.id()).isEqualTo("hout");
        assertThat(judged.assertedBy()).isEqualTo(TradeAssertion.AssertedBy.SOURCE);
        assertThat(judged.evidence())
                .contains(new TradeAssertion.Evidence("Opleidingen > Schrijnwerkerij", "category"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"🪚🔨", "<script>alert(1)</script><b></b>", "木工入門:ほぞ接ぎ", "Столярное дело", "\u0000\uFFFF"})
    void whateverIsWrittenIsJudgedWithoutAFault(String title) {
        assertThat(CLASSIFIER.classify(new Classifiable(title, title, List.of(title), title)))
                .hasSizeLessThan(3);
    }

    @Test
    void aMegabyteIsJudgedByItsBeginning() {
        String text = "Een zwaluwstaart maken in eik. " + "bla ".repeat(250_000);

        assertThat(CLASSIFIER.classify(new Classifiable(text, text, List.of(), text)))
                .first()
                .extracting(TradeAssertion::id)
                .isEqualTo("hout");
    }
}
