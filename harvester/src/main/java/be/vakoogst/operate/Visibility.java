package be.vakoogst.operate;

import be.vakoogst.audit.Audit;
import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.Hiding;
import be.vakoogst.life.Lives;
import be.vakoogst.problem.Refusal;
import be.vakoogst.resource.ResourceId;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Operators hide a resource, or withdraw it, whatever its source goes on to offer; and show it again. */
@Component
public class Visibility {

    private final Catalogue catalogue;
    private final Lives lives;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    Visibility(
            Catalogue catalogue,
            Lives lives,
            Audit audit,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.catalogue = catalogue;
        this.lives = lives;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** It is in no output from now on, but harvested on. */
    public Hiding hide(ResourceId id, String why) {
        return away(id, false, why);
    }

    /** It is in no output from now on, and nothing of it is kept, nor taken in again. */
    public Hiding withdraw(ResourceId id, String why) {
        return away(id, true, why);
    }

    private Hiding away(ResourceId id, boolean withdrawn, String why) {
        requireKnown(id);
        Hiding hiding = new Hiding(id, withdrawn, Audit.actor(), clock.instant(), FieldCorrecting.reason(why));
        transaction.executeWithoutResult(status -> {
            Optional<Hiding> before = catalogue.hiding(id);
            catalogue.hide(hiding);
            if (withdrawn) {
                lives.withdrawn(id, why, clock.instant());
            }
            audit.record(
                    withdrawn ? "resource.withdrawn" : "resource.hidden",
                    "resource:" + id.value(),
                    before.orElse(null),
                    hiding);
        });
        return hiding;
    }

    /** As it is then; one that was withdrawn comes back when it is next harvested. Nothing happens to one that is not hidden. */
    public void show(ResourceId id) {
        requireKnown(id);
        transaction.executeWithoutResult(status -> catalogue.hiding(id).ifPresent(before -> {
            catalogue.show(id);
            if (before.withdrawn()) {
                lives.askAgain(id);
            }
            audit.record("resource.shown", "resource:" + id.value(), before, null);
        }));
    }

    private void requireKnown(ResourceId id) {
        if (catalogue.find(id).isEmpty()) {
            throw Refusal.notThere("There is no resource '" + id + "'");
        }
    }
}
