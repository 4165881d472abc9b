package be.vakoogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.connector.ItemKey;
import be.vakoogst.postgres.TestDatabase;
import be.vakoogst.resource.SourceId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RunLedgerTest {

    private static final SourceId SOURCE = new SourceId("vakblad");

    private final JdbcClient database = JdbcClient.create(TestDatabase.dataSource());
    private final RunMeters meters = new RunMeters(new SimpleMeterRegistry());
    private final RunLedger runs = new RunLedger(database, InstantSource.system(), meters);
    private final OutcomeLedger outcomes = new OutcomeLedger(database, InstantSource.system(), meters);

    @BeforeEach
    @AfterEach
    void clear() {
        TestDatabase.clear();
    }

    @Test
    void aRunThatGoesOnAfterARestartHasNeverDoneMoreThanItsListHasShown() {
        RunId run = runs.request(SOURCE, Mode.FULL, Trigger.OPERATOR).id();
        runs.start(run);
        ended(run, 0, 300);
        runs.listed(run, 500);

        runs.start(run);
        ended(run, 300, 900);
        runs.listed(run, 400);

        assertThat(runs.find(run))
                .hasValueSatisfying(after -> assertThat(after.listed()).isEqualTo(900));
    }

    private void ended(RunId run, int from, int to) {
        outcomes.write(
                run,
                SOURCE,
                IntStream.range(from, to)
                        .mapToObj(number -> new ItemEnd(
                                Optional.of(new ItemKey("item-" + number)),
                                URI.create("https://vakblad.example/" + number),
                                RunItem.Outcome.NEW,
                                Optional.empty()))
                        .toList());
    }
}
