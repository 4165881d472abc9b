package be.vakoogst.trade;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.catalogue.Catalogue;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** With a vocabulary that has learnt the word "kwispeldoos" since the records were filed. */
class ReclassificationTest {

    private static final String BY = """
            "trades":[{"id":"metaal","score":0.5,"evidence":[],"assertedBy":"%s"}]""";

    @TempDir
    private Path folder;

    private final Catalogue catalogue =
            new Catalogue(JdbcClient.create(TestDatabase.dataSource()), () -> Instant.parse("2026-03-01T08:00:00Z"));
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(TestDatabase.dataSource()));
    private final LearningResource old = Resources.titled("De kwispeldoos");
    private final LearningResource corrected = Resources.with("Nog een kwispeldoos", BY.formatted("operator"));
    private final LearningResource defaulted = Resources.with("Niets bijzonders", "\"sourceTrades\":[\"metaal\"]");

    @BeforeEach
    void file() {
        transaction.executeWithoutResult(status -> catalogue.accept(List.of(old, corrected, defaulted).stream()
                .map(resource -> new Submission(resource, List.of()))
                .toList()));
    }

    @AfterEach
    void clear() {
        TestDatabase.clear();
    }

    private Reclassification reclassification() throws IOException {
        Files.writeString(folder.resolve("trades.yml"), """
                - id: hout
                  prefLabel: {nl: Hout, fr: Bois, en: Wood}
                  altLabels: [kwispeldoos]
                """);
        return new Reclassification(catalogue, Classifier.of(Vocabulary.load(folder)), transaction);
    }

    private List<String> trades(LearningResource resource) {
        return catalogue.find(resource.id()).orElseThrow().resource().orElseThrow().subject().trades().stream()
                .map(TradeAssertion::id)
                .toList();
    }

    @Test
    void aTrialShowsWhatWouldMoveAndMovesNothing() throws IOException {
        Reclassification.Outcome outcome = reclassification().run(true);

        assertThat(outcome.looked()).isEqualTo(3);
        assertThat(outcome.first())
                .contains(new Reclassification.Move(old.id(), old.title(), List.of(), List.of("hout")));
        assertThat(trades(old)).isEmpty();
    }

    @Test
    void aNewWordMovesRecordsButNotAgainstAnOperatorAndWhatTheSourceStatesComesBack() throws IOException {
        Reclassification.Outcome outcome = reclassification().run(false);

        assertThat(outcome.changed()).isEqualTo(2);
        assertThat(outcome.moved()).isEqualTo(2);
        assertThat(trades(old)).containsExactly("hout");
        assertThat(trades(corrected)).containsExactly("metaal");
        assertThat(trades(defaulted)).containsExactly("metaal");
        assertThat(reclassification().run(false).changed()).isZero();
    }
}
