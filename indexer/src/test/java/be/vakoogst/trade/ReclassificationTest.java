package be.vakoogst.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.Correction;
import be.vakoogst.catalogue.Correction.Verdict;
import be.vakoogst.catalogue.Submission;
import be.vakoogst.postgres.TestDatabase;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.Resources;
import be.vakoogst.resource.TradeAssertion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** With a vocabulary that has learnt the word "kwispeldoos" since the records were filed. */
class ReclassificationTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    private Path folder;

    private final JdbcClient database = JdbcClient.create(TestDatabase.dataSource());
    private final Catalogue catalogue = new Catalogue(database, () -> NOW);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(TestDatabase.dataSource()));
    private final LearningResource old = Resources.titled("De kwispeldoos");
    private final LearningResource corrected = Resources.titled("Nog een kwispeldoos");
    private final LearningResource defaulted = Resources.with("Niets bijzonders", "\"sourceTrades\":[\"metaal\"]");

    @BeforeEach
    void file() throws IOException {
        know("kwispeldoos");
        catalogue
                .corrections()
                .set(new Correction(corrected.id(), "metaal", Verdict.ADD, Optional.empty(), "an", NOW, "van blik"));
        catalogue
                .corrections()
                .set(new Correction(corrected.id(), "hout", Verdict.REMOVE, Optional.empty(), "an", NOW, "van blik"));
        transaction.executeWithoutResult(status -> catalogue.accept(List.of(old, corrected, defaulted).stream()
                .map(resource -> new Submission(resource, List.of()))
                .toList()));
    }

    @AfterEach
    void clear() {
        TestDatabase.clear();
    }

    private void know(String word) throws IOException {
        Files.writeString(folder.resolve("trades.yml"), """
                - id: hout
                  prefLabel: {nl: Hout, fr: Bois, en: Wood}
                  altLabels: [%s]
                - id: metaal
                  prefLabel: {nl: Metaal, fr: Métal, en: Metal}
                """.formatted(word));
    }

    private Reclassification reclassification() {
        return reclassification(new InForce(folder, catalogue));
    }

    private Reclassification reclassification(InForce inForce) {
        return new Reclassification(catalogue, inForce, new Following(inForce, database), transaction);
    }

    private List<String> trades(LearningResource resource) {
        return catalogue.find(resource.id()).orElseThrow().resource().orElseThrow().subject().trades().stream()
                .map(TradeAssertion::id)
                .toList();
    }

    @Test
    void aTrialShowsWhatWouldMoveAndMovesNothing() {
        Reclassification.Outcome outcome = reclassification().run(true);

        assertThat(outcome.looked()).isEqualTo(3);
        assertThat(outcome.first())
                .contains(new Reclassification.Move(old.id(), old.title(), List.of(), List.of("hout")));
        assertThat(trades(old)).isEmpty();
    }

    @Test
    void aNewWordMovesRecordsButNotAgainstAnOperatorAndWhatTheSourceStatesComesBack() {
        Reclassification.Outcome outcome = reclassification().run(false);

        assertThat(outcome.changed()).isEqualTo(2);
        assertThat(outcome.moved()).isEqualTo(2);
        assertThat(trades(old)).containsExactly("hout");
        assertThat(trades(corrected)).containsExactly("metaal");
        assertThat(trades(defaulted)).containsExactly("metaal");
        assertThat(reclassification().run(false).changed()).isZero();
    }

    @Test
    void theFilesAsTheyAreNowAreTakenUpWithoutAnythingStartedAnewButNotByATrial() throws IOException {
        know("iets anders");
        InForce inForce = new InForce(folder, catalogue);
        Reclassification reclassification = reclassification(inForce);
        know("kwispeldoos");

        assertThat(reclassification.run(true).moved()).isEqualTo(2);
        assertThat(inForce.names().named("kwispeldoos")).isEmpty();
        assertThat(reclassification.run(false).moved()).isEqualTo(2);
        assertThat(inForce.names().named("kwispeldoos")).hasSize(1);
        assertThat(trades(old)).containsExactly("hout");
    }

    @Test
    void aVocabularyThatIsWrongChangesNothingAndTheLastGoodOneStaysInForce() throws IOException {
        InForce inForce = new InForce(folder, catalogue);
        Reclassification reclassification = reclassification(inForce);
        Files.writeString(folder.resolve("trades.yml"), "- id: hout\n  prefLabel: {nl: Hout, fr: Bois}\n");

        assertThatThrownBy(() -> reclassification.run(false))
                .isInstanceOf(VocabularyException.class)
                .hasMessageContaining("trades.yml:1");
        assertThat(trades(old)).isEmpty();
        assertThat(inForce.vocabulary().trade("metaal")).isPresent();
        assertThat(inForce.names().named("kwispeldoos")).hasSize(1);
    }

    @Test
    void anotherNodeTakesOverWhatWasPutInForceButNotFilesThatWereOnlyChanged() throws IOException {
        InForce elsewhere = new InForce(folder, catalogue);
        Following following = new Following(elsewhere, database);
        know("wiebeldoos");

        following.follow();
        assertThat(elsewhere.names().named("wiebeldoos")).isEmpty();

        reclassification().run(false);
        following.follow();
        assertThat(elsewhere.names().named("wiebeldoos")).hasSize(1);
    }

    @Test
    void anotherNodeWithOtherFilesKeepsItsVocabularyUntilItHasThem() throws IOException {
        InForce elsewhere = new InForce(folder, catalogue);
        Following following = new Following(elsewhere, database);
        know("wiebeldoos");
        reclassification().run(false);

        know("zoemdoos");
        following.follow();
        assertThat(elsewhere.names().named("zoemdoos")).isEmpty();

        know("wiebeldoos");
        following.follow();
        assertThat(elsewhere.names().named("wiebeldoos")).hasSize(1);
    }
}
