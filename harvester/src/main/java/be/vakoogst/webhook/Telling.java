package be.vakoogst.webhook;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.catalogue.ChangeNumber;
import be.vakoogst.catalogue.Selection;
import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.fetch.Fetcher;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Tells each hook its changes one after the other; one that fails is told the same again, ever later, and holds up no other. Where we end between
 * telling and noting it, the message comes once more, under the same id.
 */
class Telling {

    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
    private static final int HOOKS_TOGETHER = 16;
    private static final int CHANGES_TOGETHER = 100;

    /** One hook is told for so long, before others get their turn; what takes longer than the lease could be told twice. */
    private static final Duration TURN = Duration.ofMinutes(1);

    private static final Duration LEASE = TURN.multipliedBy(5);

    /** What another attempt would not mend; 404 and 410 are {@code NOT_FOUND}. */
    private static final Set<Reason> HOPELESS = EnumSet.of(Reason.PRIVATE_ADDRESS, Reason.BAD_URL);

    private final WebhookTable table;
    private final Catalogue catalogue;
    private final Fetcher fetcher;
    private final WebhookSettings settings;
    private final InstantSource clock;

    Telling(WebhookTable table, Catalogue catalogue, Fetcher fetcher, WebhookSettings settings, InstantSource clock) {
        this.table = table;
        this.catalogue = catalogue;
        this.fetcher = fetcher;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void tell() {
        ChangeNumber latest = catalogue.latest();
        table.due(latest, LEASE, HOOKS_TOGETHER)
                .forEach(hook ->
                        Thread.ofVirtual().name("webhook " + hook.hook().id()).start(() -> tell(hook, latest)));
    }

    private void tell(WebhookTable.Signed signed, ChangeNumber latest) {
        Webhook hook = signed.hook();
        Instant end = clock.instant().plus(TURN);
        List<CatalogueRecord> changes =
                catalogue.selected(selection(hook), new ChangeNumber(hook.position()), CHANGES_TOGETHER);
        if (changes.isEmpty()) {
            table.passed(hook.id(), latest);
        }
        for (CatalogueRecord change : changes) {
            if (clock.instant().isAfter(end)) {
                break;
            }
            Optional<Failure> failure = tell(signed, change);
            if (failure.isPresent()) {
                failed(hook, failure.get());
                return;
            }
            table.taken(hook.id(), change.number());
        }
        table.freeFrom(hook.id(), clock.instant());
    }

    private static Selection selection(Webhook hook) {
        return new Selection(Optional.empty(), Optional.empty(), hook.source(), hook.trade());
    }

    private Optional<Failure> tell(WebhookTable.Signed signed, CatalogueRecord change) {
        Message message =
                Message.of(signed.hook(), change, selection(signed.hook()).passedOn(change));
        return fetcher.deliver(
                signed.hook().url(),
                message.headers(signed.secret(), clock.instant()),
                message.body().getBytes(StandardCharsets.UTF_8));
    }

    private void failed(Webhook hook, Failure failure) {
        int failures = table.find(hook.id()).map(Webhook::attempts).orElse(0) + 1;
        String reason = failure.reason().code() + ": " + failure.detail();
        table.failed(hook.id(), reason, clock.instant().plus(settings.waitAfter(failures)));
        boolean gone = failure.detail().equals("status 410");
        if (gone || failures >= settings.attempts() || HOPELESS.contains(failure.reason())) {
            LOG.warn("webhook {} of {} is stopped: {}", hook.id(), hook.owner(), reason);
            table.stop(hook.id(), reason);
        }
    }
}
