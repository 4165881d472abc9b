package be.vakoogst.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.postgres.TestDatabase;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.Resources;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ChangeOrderTest {

    private static final int WRITERS = 6;
    private static final int ROUNDS = 40;

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
    private final Catalogue catalogue = new Catalogue(jdbc, InstantSource.system());
    private final TransactionTemplate transaction =
            new TransactionTemplate(new JdbcTransactionManager(TestDatabase.dataSource()));
    private final Queue<ResourceId> committed = new ConcurrentLinkedQueue<>();

    @AfterEach
    void clear() {
        TestDatabase.clear();
    }

    @Test
    void readerSeesEachCommittedChangeOnceAndInOrderWhileWritersDelayAndRollBack() throws Exception {
        List<CatalogueRecord> seen = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = IntStream.range(0, WRITERS)
                    .<Future<?>>mapToObj(writer -> threads.submit(() -> write(writer)))
                    .toList();
            while (writers.stream().anyMatch(writer -> !writer.isDone())) {
                follow(seen);
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        follow(seen);

        assertThat(seen).extracting(CatalogueRecord::id).containsExactlyInAnyOrderElementsOf(committed);
        assertThat(seen).extracting(CatalogueRecord::number).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void lateCommitIsNotOvertakenByAnEarlyOne() throws Exception {
        CountDownLatch accepted = new CountDownLatch(1);
        CountDownLatch proceed = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> slow = threads.submit(() -> transaction.executeWithoutResult(status -> {
                accept("Traag");
                accepted.countDown();
                await(proceed);
            }));
            accepted.await();
            Future<?> quick = threads.submit(() -> transaction.executeWithoutResult(status -> accept("Snel")));

            awaitBlockedSession();
            assertThat(catalogue.changesAfter(ChangeNumber.NONE, 10)).isEmpty();
            proceed.countDown();
            slow.get();
            quick.get();
        }

        assertThat(catalogue.changesAfter(ChangeNumber.NONE, 10))
                .extracting(record -> record.resource().orElseThrow().title())
                .containsExactly("Traag", "Snel");
    }

    private void follow(List<CatalogueRecord> seen) {
        ChangeNumber position =
                seen.isEmpty() ? ChangeNumber.NONE : seen.getLast().number();
        seen.addAll(catalogue.changesAfter(position, 7));
    }

    private void write(int writer) {
        Random random = new Random(writer);
        for (int round = 0; round < ROUNDS; round++) {
            boolean rollBack = random.nextInt(3) == 0;
            String title = "Les " + writer + "-" + round;
            int delay = random.nextInt(5);
            ResourceId id = transaction.execute(status -> {
                ResourceId accepted = accept(title);
                jdbc.sql("select pg_sleep(?)").param(delay / 1000.0).query(row -> {});
                if (rollBack) {
                    status.setRollbackOnly();
                }
                return accepted;
            });
            if (!rollBack) {
                committed.add(id);
            }
        }
    }

    private ResourceId accept(String title) {
        return catalogue
                .accept(List.of(new Submission(Resources.titled(title), List.of())))
                .getFirst()
                .id();
    }

    private void awaitBlockedSession() {
        while (jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                        .query(Long.class)
                        .single()
                == 0) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
