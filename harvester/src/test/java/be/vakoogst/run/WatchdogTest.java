package be.vakoogst.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.postgres.TestDatabase;
import be.vakoogst.publisher.Offered;
import be.vakoogst.resource.SourceId;
import be.vakoogst.serving.SettableClock;
import be.vakoogst.source.Source;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class WatchdogTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-01T10:00:00Z"));
    private final Source source = Offered.source("feed", URI.create("https://vakblad.example/feed"), Map.of());
    private RunLedger ledger;

    @BeforeEach
    void open() {
        TestDatabase.clear();
        RunMeters meters = new RunMeters(new SimpleMeterRegistry());
        ledger = new RunLedger(JdbcClient.create(TestDatabase.dataSource()), clock, meters);
    }

    @AfterEach
    void clear() {
        TestDatabase.clear();
    }

    @Test
    void aRunThatHangsWhereItDoesNotLookIsEndedAndItsThreadInterrupted() throws InterruptedException {
        Watchdog watchdog = new Watchdog(ledger, clock);
        Run run = ledger.start(ledger.request(new SourceId("tried"), Mode.FULL, Trigger.OPERATOR)
                .id());
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> watchdog.watch(run, source, () -> hang(hanging, interrupted)));
        hanging.await();

        clock.advance(source.limits().duration());
        watchdog.endOverdue();
        assertThat(ledger.find(run.id()).orElseThrow().state()).isEqualTo(RunState.RUNNING);

        clock.advance(Duration.ofMinutes(2));
        watchdog.endOverdue();
        interrupted.await();
        Run ended = ledger.find(run.id()).orElseThrow();
        assertThat(ended.state()).isEqualTo(RunState.FAILED);
        assertThat(ended.reason().orElseThrow()).contains("hung", "limits.duration");
    }

    private static void hang(CountDownLatch hanging, CountDownLatch interrupted) {
        try {
            hanging.countDown();
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            interrupted.countDown();
        }
    }
}
