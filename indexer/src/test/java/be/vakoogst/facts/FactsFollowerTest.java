package be.vakoogst.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;

class FactsFollowerTest {

    private final AtomicLong latest = new AtomicLong();
    private final AtomicInteger read = new AtomicInteger();
    private final FactsFollower follower = new FactsFollower(latest::get, () -> read.incrementAndGet() < 0);

    @Test
    void whatIsThereWhenTheProgramStartsIsReadAtOnce() {
        latest.set(1_000_000);

        follower.follow();

        assertThat(read).hasValue(1);
    }

    @Test
    void aLargeRunIsLeftTheMachineUntilItIsOver() {
        follower.follow();
        latest.addAndGet(FactsFollower.MANY + 1);
        follower.follow();
        assertThat(read).hasValue(1);

        latest.addAndGet(FactsFollower.MANY);
        follower.follow();

        assertThat(read).hasValue(2);
    }

    @Test
    void aStepIsTheLastOneWhenTheProgramEnds() {
        FactsFollower[] ending = new FactsFollower[1];
        ending[0] = new FactsFollower(latest::get, () -> {
            read.incrementAndGet();
            ending[0].onApplicationEvent(new ContextClosedEvent(new StaticApplicationContext()));
            return true;
        });

        ending[0].follow();

        assertThat(read).hasValue(1);
    }

    @Test
    void aRunThatTakesHoursIsReadAfterAWhile() {
        follower.follow();

        for (int looks = 0; looks <= FactsFollower.MOST_PASSED; looks++) {
            latest.addAndGet(FactsFollower.MANY + 1);
            follower.follow();
        }

        assertThat(read).hasValue(2);
    }
}
