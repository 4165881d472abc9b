package be.vakoogst.index;

import static be.vakoogst.index.IndexLedger.Work.CHECKING;
import static be.vakoogst.index.IndexLedger.Work.SERVING;

import be.vakoogst.resource.ResourceId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares the whole index that serves with the catalogue and mends what differs. Others may write in between: only single portions keep them waiting. */
public class IndexCheck {

    private static final Logger LOG = LoggerFactory.getLogger(IndexCheck.class);
    private static final int PORTION = 1000;

    private final Indices indices;
    private final Comparison comparison;
    private final Filling filling;
    private final IndexLedger ledger;
    private final InstantSource clock;

    IndexCheck(Indices indices, Comparison comparison, Filling filling, IndexLedger ledger, InstantSource clock) {
        this.indices = indices;
        this.comparison = comparison;
        this.filling = filling;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What a comparison found.
     *
     * @param compared records of the catalogue
     * @param missing records that were shown and not in the index
     * @param stale records that were in it as of another change
     * @param extra documents that no shown record stood behind
     * @param leftOver of all these, what could not be mended
     */
    public record Result(Instant at, String index, long compared, long missing, long stale, long extra, long leftOver) {

        public long differences() {
            return missing + stale + extra;
        }

        private Result plus(Comparison.Portion portion, int left) {
            return new Result(
                    at,
                    index,
                    compared + portion.compared(),
                    missing + portion.missing().size(),
                    stale + portion.stale().size(),
                    extra + portion.extra().size(),
                    leftOver + left);
        }
    }

    /** Empty when another node is at it. */
    public Optional<Result> run() {
        return ledger.unlessOthersDo(CHECKING, this::check);
    }

    /** The latest one; empty when there was none yet. */
    public Optional<Result> last() {
        return ledger.lastCheck();
    }

    private Result check() {
        Indices.Index index = ledger.alone(SERVING, indices::serving);
        Result result = new Result(clock.instant(), index.name(), 0, 0, 0, 0, 0);
        Optional<String> after = Optional.of("");
        while (after.isPresent()) {
            Step step = step(index, after.get());
            result = result.plus(step.found(), step.left());
            after = step.found().next();
        }
        ledger.note(result);
        if (result.differences() > 0) {
            LOG.warn("The index differed from the catalogue: {}", result);
        }
        return result;
    }

    private record Step(Comparison.Portion found, int left) {}

    private Step step(Indices.Index index, String after) {
        return ledger.alone(SERVING, () -> {
            indices.refresh(index);
            Comparison.Portion found = comparison.portion(index, after, PORTION);
            return new Step(found, found.differences() == 0 ? 0 : mend(index, found, after));
        });
    }

    private int mend(Indices.Index index, Comparison.Portion found, String after) {
        filling.again(index, differing(found));
        indices.refresh(index);
        Comparison.Portion left = comparison.portion(index, after, PORTION);
        if (left.differences() == 0) {
            return 0;
        }
        filling.force(index, differing(left));
        indices.refresh(index);
        return comparison.portion(index, after, PORTION).differences();
    }

    private static List<ResourceId> differing(Comparison.Portion portion) {
        return Stream.of(portion.missing(), portion.stale(), portion.extra())
                .flatMap(List::stream)
                .map(ResourceId::new)
                .toList();
    }
}
