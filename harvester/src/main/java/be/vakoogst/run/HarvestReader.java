package be.vakoogst.run;

import be.vakoogst.connector.Checkpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Pulls the harvest for the step, some items at a time: as many as belong into one transaction, fewer when the publisher dawdles. The place
 * in the list is saved in the transaction that writes them. For one run and one thread.
 */
class HarvestReader implements ItemStreamReader<List<Harvested>>, StepExecutionListener {

    /** Items that are written in one transaction: each commit waits for the disk, but what is held for long costs full collections. */
    private static final int TOGETHER = 300;

    /** Not so many where a publisher was asked for each: after a crash they would all be asked for again. */
    private static final int ASKED_TOGETHER = 100;

    /** How long items that are there wait for others, so that a slow publisher's items show up while it dawdles. */
    private static final Duration WAITS = Duration.ofSeconds(2);

    /** How often a reader that waits looks whether it is wanted to stop. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final String CHECKPOINT = "harvest.checkpoint";

    private final Function<Checkpoint, Stream<Harvested>> harvest;
    private final StopSign sign;
    private Ahead<Harvested> items = new Ahead<>(Stream::empty, 1);
    private Checkpoint reached = Checkpoint.START;
    private @Nullable StepExecution step;

    HarvestReader(Function<Checkpoint, Stream<Harvested>> harvest, StopSign sign) {
        this.harvest = harvest;
        this.sign = sign;
    }

    @Override
    public void beforeStep(StepExecution execution) {
        step = execution;
    }

    @Override
    public void open(ExecutionContext context) {
        reached = new Checkpoint(context.getString(CHECKPOINT, ""));
        Checkpoint from = reached;
        items = new Ahead<>(() -> harvest.apply(from), ASKED_TOGETHER);
    }

    /** What is read when a stop is wanted is still written; then the step ends as stopped, so that it can go on later. */
    @Override
    public @Nullable List<Harvested> read() throws InterruptedException {
        List<Harvested> some = new ArrayList<>();
        int weight = 0;
        long begun = System.nanoTime();
        while (weight < TOGETHER && !waitedEnough(some, begun) && !items.ended() && !stopped()) {
            Optional<Harvested> next = items.next(LOOK);
            next.ifPresent(found -> {
                sign.alive();
                some.add(found);
            });
            weight += next.map(HarvestReader::weight).orElse(0);
        }
        some.forEach(each -> reached = each.resumeFrom().orElse(reached));
        return some.isEmpty() ? null : some;
    }

    private static int weight(Harvested harvested) {
        boolean asked =
                harvested instanceof Harvested.Made made && made.item().page().isPresent()
                        || harvested instanceof Harvested.Untouched untouched
                                && untouched.page().isPresent();
        return asked ? TOGETHER / ASKED_TOGETHER : 1;
    }

    private static boolean waitedEnough(List<Harvested> some, long begun) {
        return !some.isEmpty() && System.nanoTime() - begun > WAITS.toNanos();
    }

    private boolean stopped() {
        boolean wanted = sign.wanted();
        if (wanted && step != null) {
            step.setTerminateOnly();
        }
        return wanted;
    }

    @Override
    public void update(ExecutionContext context) {
        context.putString(CHECKPOINT, reached.value());
    }

    @Override
    public void close() {
        items.close();
    }
}
