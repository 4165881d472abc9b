package be.vakoogst.quality;

import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.CatalogueRecord;
import be.vakoogst.failure.Failure;
import be.vakoogst.fetch.FetchRequest;
import be.vakoogst.fetch.Fetched;
import be.vakoogst.fetch.Fetcher;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.source.Politeness;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks now and then whether the pictures of records still come. That one does not answer may pass; only several times in a row count. */
class ImageWatch {

    private static final int FAILURES = 3;

    private final ImageTable table;
    private final Catalogue catalogue;
    private final Fetcher fetcher;
    private final QualitySettings settings;
    private final InstantSource clock;

    ImageWatch(ImageTable table, Catalogue catalogue, Fetcher fetcher, QualitySettings settings, InstantSource clock) {
        this.table = table;
        this.catalogue = catalogue;
        this.fetcher = fetcher;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT5M")
    void look() {
        Instant before = clock.instant().minus(settings.imagesEvery());
        table.due(before, settings.imagesAtOnce()).forEach(this::look);
    }

    private void look(ResourceId id) {
        catalogue
                .find(id)
                .flatMap(CatalogueRecord::resource)
                .map(LearningResource::content)
                .flatMap(LearningResource.Content::image)
                .ifPresent(image -> look(id, image.url()));
    }

    private void look(ResourceId id, URI image) {
        Fetched fetched = fetcher.fetch(FetchRequest.of(image, FetchRequest.Wanted.PAGE, Politeness.DEFAULT));
        int failures = fetched instanceof Fetched.Failed ? table.failures(id, image) + 1 : 0;
        table.note(id, image, failures, broken(fetched, failures), clock.instant());
    }

    /** That we are kept out says nothing of what readers see. */
    private static Optional<String> broken(Fetched fetched, int failures) {
        return switch (fetched) {
            case Fetched.Fresh fresh -> {
                try (var _ = fresh.body()) {
                    yield Optional.of("is " + fresh.mediaType())
                            .filter(type -> !fresh.mediaType().startsWith("image/"));
                }
            }
            case Fetched.NotModified _ -> Optional.empty();
            case Fetched.Gone(Failure failure) -> Optional.of(failure.detail());
            case Fetched.Refused _ -> Optional.empty();
            case Fetched.Failed(Failure failure) ->
                Optional.of(failure.reason().code()).filter(reason -> failures >= FAILURES);
        };
    }
}
