package be.vakoogst.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.vakoogst.audit.Audit;
import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.Correction;
import be.vakoogst.catalogue.Correction.Verdict;
import be.vakoogst.catalogue.Corrections.Agreement;
import be.vakoogst.catalogue.Submission;
import be.vakoogst.postgres.TestDatabase;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.Resources;
import be.vakoogst.resource.TradeAssertion;
import be.vakoogst.resource.TradeAssertion.AssertedBy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class CorrectingTest {

    private static final Instant NOW = Instant.parse("2026-03-04T08:00:00Z");

    @TempDir
    private Path folder;

    private final JdbcClient database = JdbcClient.create(TestDatabase.dataSource());
    private final Catalogue catalogue = new Catalogue(database, () -> NOW);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(TestDatabase.dataSource()));
    private final LearningResource wood = Resources.titled("Een zwaluwstaart maken");
    private InForce trades;
    private Correcting correcting;

    @BeforeEach
    void file() throws IOException {
        Files.writeString(folder.resolve("trades.yml"), """
                - id: hout
                  prefLabel: {nl: Hout, fr: Bois, en: Wood}
                  altLabels: [zwaluwstaart]
                - id: dieren
                  prefLabel: {nl: Dieren, fr: Animaux, en: Animals}
                """);
        trades = new InForce(folder, catalogue);
        correcting = new Correcting(catalogue, trades, audit(), () -> NOW, transaction);
        harvest();
    }

    private Audit audit() {
        return new Audit(database, () -> NOW, JsonMapper.shared());
    }

    private void harvest() {
        transaction.executeWithoutResult(status ->
                catalogue.accept(List.of(new Submission(trades.classifier().file(wood), List.of()))));
    }

    @AfterEach
    void clear() {
        TestDatabase.clear();
    }

    private List<TradeAssertion> stored() {
        return catalogue
                .find(wood.id())
                .orElseThrow()
                .resource()
                .orElseThrow()
                .subject()
                .trades();
    }

    private List<String> ids() {
        return stored().stream().map(TradeAssertion::id).toList();
    }

    @Test
    void whatAnOperatorAddsAndRemovesHoldsAtOnceAndAfterTheNextHarvest() {
        correcting.say(wood.id(), "dieren", Verdict.ADD, "over vogels");
        correcting.say(wood.id(), "hout", Verdict.REMOVE, "niet over hout");
        assertThat(ids()).containsExactly("dieren");

        harvest();

        assertThat(ids()).containsExactly("dieren");
        assertThat(stored().getFirst().assertedBy()).isEqualTo(AssertedBy.OPERATOR);
        assertThat(stored().getFirst().score()).isEqualTo(1);
    }

    @Test
    void aLockedTradeStaysWhenTheVocabularyNoLongerKnowsItsWords() throws IOException {
        correcting.say(wood.id(), "hout", Verdict.LOCK, "klopt");
        assertThat(stored().getFirst().evidence())
                .extracting(TradeAssertion.Evidence::term)
                .contains("zwaluwstaart");
        Files.writeString(
                folder.resolve("trades.yml"),
                Files.readString(folder.resolve("trades.yml")).replace("zwaluwstaart", "deuvel"));

        new Reclassification(catalogue, trades, new Following(trades, database), transaction).run(false);

        assertThat(ids()).containsExactly("hout");
    }

    @Test
    void aCorrectionThatIsTakenBackLeavesTheJudgementOfTheClassifier() {
        correcting.say(wood.id(), "hout", Verdict.REMOVE, "vergissing");

        correcting.takeBack(wood.id(), "hout");

        assertThat(ids()).containsExactly("hout");
        assertThat(stored().getFirst().assertedBy()).isEqualTo(AssertedBy.RULE);
    }

    @Test
    void whatCannotBeSaidIsRefused() {
        assertThatThrownBy(() -> correcting.say(wood.id(), "toverij", Verdict.ADD, "x"))
                .isInstanceOf(WrongParameter.class)
                .hasMessageContaining("'toverij'");
        assertThatThrownBy(() -> correcting.say(wood.id(), "dieren", Verdict.LOCK, "x"))
                .isInstanceOf(WrongParameter.class)
                .hasMessageContaining("not under 'dieren'");
        assertThat(correcting.say(Resources.titled("Onbekend").id(), "hout", Verdict.ADD, "x"))
                .isEmpty();
    }

    @Test
    void agreementIsCountedByWeekAndTheLeastCertainJudgementsComeFirst() {
        assertThat(correcting.leastCertain(0, 10))
                .extracting(Correcting.Filed::id)
                .containsExactly(wood.id());

        correcting.say(wood.id(), "hout", Verdict.LOCK, "klopt");
        correcting.say(wood.id(), "dieren", Verdict.ADD, "ook");

        assertThat(catalogue.corrections().agreement(10))
                .containsExactly(new Agreement(LocalDate.parse("2026-03-02"), 2, 1));
        assertThat(correcting.leastCertain(0, 10)).isEmpty();
        assertThat(catalogue.corrections().latest(0, 10))
                .extracting(Correction::why)
                .containsExactlyInAnyOrder("klopt", "ook");
    }

    @Test
    void theModelLearnsFromACorrection() {
        Classifiable alike = new Classifiable("Een kwispeldoos vullen", "", List.of(), "");
        LearningResource unknown = Resources.titled("De kwispeldoos vullen");
        transaction.executeWithoutResult(status -> catalogue.accept(List.of(new Submission(unknown, List.of()))));
        assertThat(trades.classifier().classify(alike)).isEmpty();

        correcting.say(unknown.id(), "dieren", Verdict.ADD, "voor honden");
        new Reclassification(catalogue, trades, new Following(trades, database), transaction).run(false);

        assertThat(trades.classifier().classify(alike)).first().satisfies(judged -> {
            assertThat(judged.id()).isEqualTo("dieren");
            assertThat(judged.assertedBy()).isEqualTo(AssertedBy.MODEL);
        });
    }

    @Test
    void whoSaidWhatIsWrittenDown() {
        correcting.say(wood.id(), "hout", Verdict.REMOVE, "vergissing");

        assertThat(audit().list(Optional.empty(), Optional.empty(), Long.MAX_VALUE, 10))
                .first()
                .satisfies(entry -> {
                    assertThat(entry.action()).isEqualTo("trades.corrected");
                    assertThat(entry.before().orElseThrow().at("/trades/0/id").asString())
                            .isEqualTo("hout");
                    assertThat(entry.after().orElseThrow().at("/trades")).isEmpty();
                });
    }
}
