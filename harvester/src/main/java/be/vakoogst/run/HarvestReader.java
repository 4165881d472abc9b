package be.vakoogst.run;

import be.vakoogst.connector.Checkpoint;
import java.util.Iterator;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Pulls the harvest for the chunk step. The place in the list is saved in the chunk's own transaction, with the records of that chunk.
 * For one run and one thread.
 */
class HarvestReader implements ItemStreamReader<Harvested>, StepExecutionListener {

    private static final String CHECKPOINT = "harvest.checkpoint";

    private final Function<Checkpoint, Stream<Harvested>> harvest;
    private final BooleanSupplier stopRequested;
    private Stream<Harvested> stream = Stream.empty();
    private Iterator<Harvested> items = stream.iterator();
    private Checkpoint reached = Checkpoint.START;
    private @Nullable StepExecution step;

    HarvestReader(Function<Checkpoint, Stream<Harvested>> harvest, BooleanSupplier stopRequested) {
        this.harvest = harvest;
        this.stopRequested = stopRequested;
    }

    @Override
    public void beforeStep(StepExecution execution) {
        step = execution;
    }

    /** The items read so far are still written; then the step ends as stopped, so that it can go on later. */
    private void stop() {
        if (step != null) {
            step.setTerminateOnly();
        }
    }

    @Override
    public void open(ExecutionContext context) {
        reached = new Checkpoint(context.getString(CHECKPOINT, ""));
        stream = harvest.apply(reached);
        items = stream.iterator();
    }

    @Override
    public @Nullable Harvested read() {
        if (stopRequested.getAsBoolean()) {
            stop();
            return null;
        }
        if (!items.hasNext()) {
            return null;
        }
        Harvested next = items.next();
        reached = next.resumeFrom().orElse(reached);
        return next;
    }

    @Override
    public void update(ExecutionContext context) {
        context.putString(CHECKPOINT, reached.value());
    }

    @Override
    public void close() {
        stream.close();
    }
}
