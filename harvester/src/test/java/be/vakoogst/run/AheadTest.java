package be.vakoogst.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AheadTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void ofAListWithoutEndOnlyAFewElementsAreHeld() throws Exception {
        AtomicInteger made = new AtomicInteger();
        Stream<Integer> endless = Stream.of(1).flatMap(one -> Stream.generate(made::incrementAndGet));

        try (Ahead<Integer> ahead = new Ahead<>(() -> endless, 5)) {
            assertThat(ahead.next(LONG)).contains(1);
            await().until(() -> made.get() >= 6);

            assertThat(made.get()).isLessThanOrEqualTo(7);
        }
    }

    @Test
    void allComesInItsOrderAndThenTheEnd() throws Exception {
        try (Ahead<Integer> ahead = new Ahead<>(() -> IntStream.range(0, 20).boxed(), 3)) {
            for (int expected = 0; expected < 20; expected++) {
                assertThat(ahead.next(LONG)).contains(expected);
            }
            assertThat(ahead.next(LONG)).isEmpty();
            assertThat(ahead.ended()).isTrue();
        }
    }

    @Test
    void whoWaitsForWhatDoesNotComeWaitsNoLongerThanHeWants() throws Exception {
        CountDownLatch never = new CountDownLatch(1);

        try (Ahead<Integer> ahead = new Ahead<>(() -> Stream.of(1).peek(one -> waitFor(never)), 3)) {
            assertThat(ahead.next(Duration.ofMillis(1))).isEmpty();
            assertThat(ahead.ended()).isFalse();
        }
    }

    @Test
    void aFaultComesBehindWhatWasMadeBeforeItAndAnErrorToo() throws Exception {
        for (Throwable fault :
                new Throwable[] {new IllegalStateException("broken"), new StackOverflowError("broken")}) {
            try (Ahead<Integer> ahead = new Ahead<>(() -> Stream.of(1, 2).peek(one -> failAtTwo(one, fault)), 3)) {
                assertThat(ahead.next(LONG)).contains(1);
                assertThatThrownBy(() -> ahead.next(LONG)).hasMessageContaining("broken");
                assertThat(ahead.ended()).isTrue();
            }
        }
    }

    @Test
    void closingEndsTheStreamWhereverItIs() throws Exception {
        AtomicBoolean closed = new AtomicBoolean();
        Ahead<Integer> ahead = new Ahead<>(() -> Stream.generate(() -> 1).onClose(() -> closed.set(true)), 2);
        ahead.next(LONG);

        ahead.close();

        await().untilTrue(closed);
    }

    private static void failAtTwo(int number, Throwable fault) {
        if (number == 2) {
            switch (fault) {
                case Error error -> throw error;
                case RuntimeException exception -> throw exception;
                default -> throw new AssertionError(fault);
            }
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
