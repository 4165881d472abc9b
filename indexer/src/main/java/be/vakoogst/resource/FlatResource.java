package be.vakoogst.resource;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.util.StdConverter;

/**
 * A {@link LearningResource} as its JSON stands: without groups. It is read as this, because Jackson reads groups within a flat object by keeping the
 * whole object in memory and reading it once more for each of them, which took twice the time.
 */
record FlatResource(
        ResourceId id,
        URI url,
        String title,
        Optional<String> description,
        List<LanguageTag> languages,
        List<Agent> creators,
        Optional<Agent> publisher,
        SourceReference source,
        URI harvestedFrom,
        LearningResource.Basis basis,
        Optional<OffsetDateTime> datePublished,
        Optional<OffsetDateTime> dateModified,
        Optional<Instant> firstSeen,
        Optional<Instant> lastSeen,
        List<String> resourceTypes,
        List<String> audiences,
        List<String> educationalLevels,
        List<String> finalities,
        Optional<ReadingLevel> readingLevel,
        Licence licence,
        List<Reservation> reservations,
        Optional<Image> image,
        Optional<Duration> duration,
        Optional<Integer> pages,
        List<Media> media,
        List<LearningResource.Mark> marks,
        Optional<String> fullText,
        Optional<String> sha256,
        List<String> keywords,
        List<String> categories,
        List<String> sourceTrades,
        List<TradeAssertion> trades,
        List<Offer> offers,
        List<Provenance> provenance) {

    private LearningResource grouped() {
        return new LearningResource(
                id,
                url,
                title,
                description,
                languages,
                creators,
                publisher,
                new LearningResource.Origin(source, harvestedFrom, basis),
                new LearningResource.Dates(datePublished, dateModified, firstSeen, lastSeen),
                new LearningResource.Education(resourceTypes, audiences, educationalLevels, finalities, readingLevel),
                licence,
                reservations,
                new LearningResource.Content(image, duration, pages, media, marks, fullText, sha256),
                new LearningResource.Subject(keywords, categories, sourceTrades, trades),
                offers,
                provenance);
    }

    /** Puts the groups together. */
    static final class Grouping extends StdConverter<FlatResource, LearningResource> {

        @Override
        public LearningResource convert(FlatResource flat) {
            return flat.grouped();
        }
    }
}
