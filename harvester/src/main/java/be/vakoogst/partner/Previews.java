package be.vakoogst.partner;

import be.vakoogst.problem.Refusal;
import be.vakoogst.problem.WrongParameter;
import be.vakoogst.run.Trial;
import be.vakoogst.survey.Survey;
import be.vakoogst.survey.Way;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks at addresses for whoever asks, within limits, in the background. */
public class Previews {

    private static final Logger LOG = LoggerFactory.getLogger(Previews.class);

    private static final int SHOWN = 20;
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(60);
    private static final int LONGEST_ADDRESS = 2000;

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
     * @throws Refusal when this visitor, or everybody together, asked too much
     */
    String begin(String address, String visitor) {
        URI url = checked(address);
        if (table.askedBy(visitor, Duration.ofHours(1)) >= settings.previewsPerHour()) {
            throw Refusal.tooOften(settings.previewsPerHour() + " looks an hour are enough: try again later");
        }
        if (!places.tryAcquire()) {
            throw Refusal.tooOften("Many others are looking right now: try again in a minute");
        }
        String id = Unguessable.name();
        table.begin(id, url, visitor);
        Thread.ofVirtual().name("preview " + id).start(() -> look(id, url));
        return id;
    }

    Optional<Preview> find(String id) {
        return table.find(id);
    }

    private void look(String id, URI url) {
        try {
            table.end(id, found(url, id));
        } catch (RuntimeException e) {
            LOG.error("The preview of {} broke off", url, e);
            table.end(id, PreviewResult.nothing(Optional.empty()));
        } finally {
            places.release();
        }
    }

    private PreviewResult found(URI url, String id) {
        Survey.Surveyed surveyed = survey.look(url, ground -> table.step(id, ground.code()));
        if (surveyed.ways().isEmpty()) {
            return PreviewResult.nothing(surveyed.failure());
        }
        Trial.Tried best = survey.tried(surveyed.ways().getFirst().draft(), SHOWN, SHOWN_WITHIN);
        return new PreviewResult(
                surveyed.ways().stream().map(Previews::offered).toList(),
                best.resources(),
                best.failures(),
                Quality.of(best.resources()));
    }

    private static PreviewResult.Offered offered(Way way) {
        return new PreviewResult.Offered(
                way.draft(),
                way.ground(),
                way.found().resources().size(),
                way.found().more());
    }

    static URI checked(String address) {
        String text = address.strip();
        String whole = text.contains("://") ? text : "https://" + text;
        try {
            URI url = new URI(whole);
            boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            if (web && url.getHost() != null && url.getUserInfo() == null && whole.length() <= LONGEST_ADDRESS) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw new WrongParameter("url", "is no address of the web: " + e.getReason());
        }
        throw new WrongParameter("url", "must be an address of the web, such as https://example.org/feed/");
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void forgetOld() {
        table.forget(settings.previewsKept());
    }
}
