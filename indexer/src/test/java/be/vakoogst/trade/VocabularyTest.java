package be.vakoogst.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyTest {

    private static final String WOOD = """
            - id: hout
              prefLabel: {nl: Hout, fr: Bois, en: Wood}
              altLabels: [schrijnwerker]
            """;

    @TempDir
    private Path folder;

    private Vocabulary load(String trades) throws IOException {
        Files.writeString(folder.resolve("trades.yml"), trades);
        return Vocabulary.load(folder);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @Test
    void aTradeHasItsLabelsAndTheWordsOfItsOwnFile() throws IOException {
        write("trades/hout.yml", "strong: [deuvel]\n");

        Trade wood = load(WOOD).trade("hout").orElseThrow();

        assertThat(wood.label("fr")).isEqualTo("Bois");
        assertThat(wood.terms()).extracting(Trade.Term::text).contains("schrijnwerker", "deuvel");
    }

    @Test
    void aNewWordIsEnoughToFileATextUnderItsTrade() throws IOException {
        Classifiable text = new Classifiable("De kwispeldoos uitgelegd", "", List.of(), "");
        assertThat(Classifier.of(load(WOOD)).classify(text)).isEmpty();

        write("trades/hout.yml", "strong: [kwispeldoos]\n");

        assertThat(Classifier.of(load(WOOD)).classify(text)).hasSize(1);
    }

    @Test
    void whatGivesAWordAnotherSenseMayBeSeveralWordsBesideEachOther() throws IOException {
        Classifier classifier = Classifier.of(load(WOOD + """
                  keywords: {strong: [verband]}
                  ambiguous: [{word: verband, not_when: [oorzakelijk verband]}]
                """));

        assertThat(classifier.classify(new Classifiable("Een verband", "", List.of(), "")))
                .hasSize(1);
        assertThat(classifier.classify(new Classifiable("Een oorzakelijk verband", "", List.of(), "")))
                .isEmpty();
    }

    @Test
    void whatIsWrongIsNamedWithFileAndLine() {
        assertThatThrownBy(() -> load(WOOD + WOOD))
                .hasMessageContaining("trades.yml")
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> load("- id: Hout!\n")).hasMessageContaining("'Hout!'");
        assertThatThrownBy(() -> load("- id: hout\n  prefLabel: {nl: Hout, fr: Bois}\n"))
                .hasMessageContaining("no prefLabel in en");
        assertThatThrownBy(() -> load("- id: hout\n  prefLabel: {nl: Hout, interieur, fr: Bois, en: Wood}\n"))
                .hasMessageContaining("trades.yml:2")
                .hasMessageContaining("'interieur' of prefLabel");
        assertThatThrownBy(() -> load(WOOD + "  related: [staal]\n"))
                .hasMessageContaining("'staal', which is no trade");
        assertThatThrownBy(() -> load("- id: [\n")).hasMessageContaining("is no YAML");
        assertThatThrownBy(() -> load("")).hasMessageContaining("must be a list of trades");
    }

    @Test
    void whatIsWrongWithTheRelationsOfTradesIsNamedWithItsLine() {
        assertThatThrownBy(() -> load(WOOD + "  related: [hout]\n"))
                .hasMessageContaining("trades.yml:4")
                .hasMessageContaining("related to itself");
        assertThatThrownBy(() -> load(WOOD + "  broader: staal\n"))
                .hasMessageContaining("trades.yml:4")
                .hasMessageContaining("narrower than 'staal', which is no trade");
        assertThatThrownBy(
                        () -> load(WOOD + "  broader: meubel\n" + WOOD.replace("hout", "meubel") + "  broader: hout\n"))
                .hasMessageContaining("trades.yml:4")
                .hasMessageContaining("hout → meubel → hout");
        assertThatThrownBy(() -> load(WOOD + "  kleur: bruin\n")).hasMessageContaining("'kleur' of a trade is none of");
        assertThatThrownBy(() -> load(WOOD + "  nace: ['x1']\n"))
                .hasMessageContaining("trades.yml:4")
                .hasMessageContaining("'x1'");
    }

    @Test
    void aLabelledTextThatIsWrongIsNamedWithItsLine() throws IOException {
        write(
                "training/hout.jsonl",
                "{\"title\": \"Pen en gat\", \"trades\": [\"hout\"]}\n{\"title\": \"x\", \"trades\": [\"staal\"]}\n");
        assertThatThrownBy(() -> load(WOOD))
                .hasMessageContaining("hout.jsonl:2")
                .hasMessageContaining("'staal'");

        write("training/hout.jsonl", "{\"title\": \n");
        assertThatThrownBy(() -> load(WOOD))
                .hasMessageContaining("hout.jsonl:1")
                .hasMessageContaining("no JSON");
    }

    @Test
    void aFileOfWordsThatIsWrongIsNamedToo() throws IOException {
        write("trades/staal.yml", "strong: [staal]\n");
        assertThatThrownBy(() -> load(WOOD))
                .hasMessageContaining("staal.yml")
                .hasMessageContaining("belongs to no trade");

        Files.delete(folder.resolve("trades/staal.yml"));
        write("trades/hout.yml", "strong: [deuvel]\nsterk: [pen]\n");
        assertThatThrownBy(() -> load(WOOD)).hasMessageContaining("hout.yml:2").hasMessageContaining("'sterk'");
    }

    @Test
    void aTradeIsKnownByItsNamesInAnyInflectionAndByTheirBeginnings() throws IOException {
        TradeNames names = TradeNames.of(load(WOOD));

        assertThat(names.named("Schrijnwerkers")).extracting(Trade::id).containsExactly("hout");
        assertThat(names.named("schrijnwerker gezocht")).isEmpty();
        assertThat(names.beginningWith("schrijn", 5)).extracting(Trade::id).containsExactly("hout");
        assertThat(names.beginningWith("SCHRĲN", 5)).extracting(Trade::id).containsExactly("hout");
        assertThat(names.beginningWith("ho", 5)).extracting(Trade::id).containsExactly("hout");
        assertThat(names.beginningWith("", 5)).isEmpty();
    }
}
