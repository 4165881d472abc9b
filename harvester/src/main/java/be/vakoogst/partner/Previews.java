package be.vakoogst.partner;

import be.vakoogst.failure.Failure;
import be.vakoogst.failure.Reason;
import be.vakoogst.problem.Refusal;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.source.SourceDraft;
import be.vakoogst.survey.Ground;
import be.vakoogst.survey.Survey;
import be.vakoogst.survey.Way;
import be.vakoogst.survey.WebAddress;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks at addresses for whoever asks, within limits, in the background. */
public class Previews {

    private static final Logger LOG = LoggerFactory.getLogger(Previews.class);

    /** What a site without encryption comes to when it is asked for with it. */
    private static final Set<Reason> UNENCRYPTED = EnumSet.of(Reason.TLS, Reason.CONNECTION, Reason.TIMEOUT);

    private static final Duration PERIOD = Duration.ofHours(1);

    private final Survey survey;
    private final PreviewTable table;
    private final PartnerSettings settings;
    private final Semaphore places;

    Previews(Survey survey, PreviewTable table, PartnerSettings settings) {
        this.survey = survey;
        this.table = table;
        this.settings = settings;
        this.places = new Semaphore(settings.previewsAtOnce());
    }

    /**
     * Begins a look.
     *
     * @param visitor who asks, as {@link Visitor} calls them
     * @return the id under which it can be followed
     * @throws WrongParameter naming {@code url}
     * @throws Refusal when of this site, or by this visitor or everybody together, was asked too much
     */
    String begin(String address, String visitor) {
        URI url = WebAddress.typed(address);
        boolean assumed = WebAddress.isWithoutScheme(address);
        return begin(url, url.getAuthority().toLowerCase(Locale.ROOT), visitor, told -> found(url, assumed, told));
    }

    /**
     * The same of anything that can be looked at.
     *
     * @param site of which so much may be asked
     */
    String begin(URI url, String site, String visitor, Function<Survey.Progress, PreviewResult> work) {
        if (table.askedBy(visitor, PERIOD) >= settings.previewsPerHour()) {
            throw Refusal.tooOften(settings.previewsPerHour() + " looks an hour are enough: try again later");
        }
        if (table.askedOf(site, PERIOD) >= settings.previewsPerSite()) {
            throw Refusal.tooOften("This site was looked at " + settings.previewsPerSite() + " times this hour");
        }
        String id = Unguessable.name();
        inBackground(new Look(
                id,
                () -> table.begin(id, url, site, visitor),
                () -> work.apply(new Told(id)),
                PreviewResult.nothing(Optional.empty())));
        return id;
    }

    Optional<Preview> find(String id) {
        return table.find(id);
    }

    /**
     * A way that a look found.
     *
     * @param way counted from 0
     * @throws WrongParameter when it found none such
     */
    SourceDraft way(String preview, int way) {
        return find(preview)
                .flatMap(Preview::result)
                .filter(result -> way >= 0 && way < result.ways().size())
                .map(result -> result.ways().get(way).draft())
                .orElseThrow(() -> new WrongParameter("preview", "is none that found this way to harvest"));
    }

    /**
     * Tries the ways that the look left out. Harmless when repeated.
     *
     * @throws Refusal while it is still looking, or when everybody together asked too much
     */
    void lookFurther(Preview preview) {
        PreviewResult found = preview.result()
                .filter(result -> preview.state() == Preview.State.FOUND)
                .orElseThrow(() -> Refusal.conflict("This look has not found anything yet"));
        if (!found.whole()) {
            inBackground(new Look(preview.id(), () -> table.resume(preview.id()), () -> others(preview, found), found));
        }
    }

    /** @param otherwise what stays when it breaks off */
    private record Look(String id, Runnable note, Supplier<PreviewResult> work, PreviewResult otherwise) {}

    private void inBackground(Look look) {
        if (!places.tryAcquire()) {
            throw Refusal.tooOften("Many others are looking right now: try again in a minute");
        }
        boolean noted = false;
        try {
            look.note().run();
            noted = true;
        } finally {
            if (!noted) {
                places.release();
            }
        }
        Thread.ofVirtual().name("preview " + look.id()).start(() -> perform(look));
    }

    private void perform(Look look) {
        try {
            table.end(look.id(), look.work().get());
        } catch (RuntimeException e) {
            LOG.error("The preview {} broke off", look.id(), e);
            table.end(look.id(), look.otherwise());
        } finally {
            places.release();
        }
    }

    /** @param assumed whether nobody said that the site is encrypted */
    private PreviewResult found(URI url, boolean assumed, Survey.Progress told) {
        Survey.Surveyed surveyed = survey.look(url, told);
        if (assumed
                && surveyed.failure()
                        .map(Failure::reason)
                        .filter(UNENCRYPTED::contains)
                        .isPresent()) {
            return found(WebAddress.unencrypted(url), false, told);
        }
        return surveyed.ways().isEmpty()
                ? PreviewResult.nothing(surveyed.failure())
                : PreviewResult.of(surveyed.ways());
    }

    private PreviewResult others(Preview preview, PreviewResult found) {
        List<SourceDraft> known =
                found.ways().stream().map(PreviewResult.Offered::draft).toList();
        boolean encrypted =
                known.stream().allMatch(draft -> "https".equals(draft.url().getScheme()));
        URI address = encrypted ? preview.address() : WebAddress.unencrypted(preview.address());
        return found.with(survey.others(address, known, new Told(preview.id())));
    }

    /** Shows what was found so far, to whoever follows. */
    private final class Told implements Survey.Progress {

        private final String id;

        Told(String id) {
            this.id = id;
        }

        @Override
        public void trying(Ground ground) {
            table.step(id, ground.code());
        }

        @Override
        public void found(Way best) {
            table.show(id, PreviewResult.of(List.of(best)));
        }
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void forgetOld() {
        table.forget(settings.previewsKept());
    }
}
