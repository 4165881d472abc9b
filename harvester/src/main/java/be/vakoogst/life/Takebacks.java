package be.vakoogst.life;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;

/** What publishers take back: gone from every output at once, not kept to be undone, and not let in again by any harvest. */
public class Takebacks {

    private static final int TOGETHER = 500;
    private static final String DELETED = "its publisher deleted it";
    private static final String ONE = "its publisher took it back: ";
    private static final String ALL = "its publisher left: ";

    private final LifeTable lives;
    private final Catalogue catalogue;
    private final TransactionOperations transaction;
    private final InstantSource clock;

    Takebacks(LifeTable lives, Catalogue catalogue, TransactionOperations transaction, InstantSource clock) {
        this.lives = lives;
        this.catalogue = catalogue;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * One item.
     *
     * @param publisher where its publisher is: of other sites than theirs they do not decide for the site itself
     */
    public void takeBack(ResourceId id, URI publisher) {
        takeBack(List.of(id), publisher, ONE + id);
    }

    private void takeBack(List<ResourceId> ids, URI publisher, String reason) {
        transaction.executeWithoutResult(status -> {
            catalogue.barFor(publisher, ids, reason);
            lives.setWithheld(ids, true);
            lives.enter(ids, ItemState.WITHDRAWN, reason, clock.instant());
        });
    }

    /** Everything of a source, in the same way. May be repeated, and begun again after a crash. */
    public void takeBackAll(SourceId source, URI publisher) {
        for (List<ResourceId> some = lives.notWithheld(source, TOGETHER);
                !some.isEmpty();
                some = lives.notWithheld(source, TOGETHER)) {
            takeBack(some, publisher, ALL + source);
        }
    }

    /** What its publisher deleted goes without a look at its page, and may come again. */
    public void delete(List<ResourceId> ids) {
        transaction.executeWithoutResult(status -> {
            catalogue.withdraw(ids, DELETED);
            lives.setGone(ids, true);
            lives.enter(ids, ItemState.WITHDRAWN, DELETED, clock.instant());
        });
    }

    /** Whether a source has items that were not taken back. */
    public boolean hasMore(SourceId source) {
        return !lives.notWithheld(source, 1).isEmpty();
    }

    /** An item comes again with the next full run that shows it. */
    public void giveAgain(ResourceId id) {
        transaction.executeWithoutResult(status -> {
            catalogue.readmit(ONE + id);
            lives.setWithheld(List.of(id), false);
            lives.enter(List.of(id), ItemState.MISSING, "its publisher gives it again", clock.instant());
        });
    }

    /** What went when its publisher left may come in again, by whatever source; what they took back one by one may not. */
    public void welcomeBack(SourceId source) {
        transaction.executeWithoutResult(status -> catalogue.readmit(ALL + source));
    }
}
