package be.vakoogst.resource;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * One piece of learning content as a publisher offers it, normalised. Its JSON is flat: the groups below are none there.
 *
 * @param id stable: the same item of the same source gives the same id for ever
 * @param url where a reader opens it (the canonical address, without tracking parameters)
 * @param title plain text without markup, control characters or the site's suffix; never blank
 * @param description plain text: the publisher's, or the beginning of the text, which {@code provenance} then says
 * @param languages BCP 47 tags, the main one first; empty when neither stated nor detectable
 * @param reservations what the publisher keeps to itself
 * @param offers all sources that offer this work, the one that is shown first; empty in what no catalogue has seen
 * @param provenance for each field the statement that gave it
 */
@JsonDeserialize(converter = FlatResource.Grouping.class)
public record LearningResource(
        ResourceId id,
        URI url,
        String title,
        Optional<String> description,
        List<LanguageTag> languages,
        List<Agent> creators,
        Optional<Agent> publisher,
        @JsonUnwrapped Origin origin,
        @JsonUnwrapped Dates dates,
        @JsonUnwrapped Education education,
        Licence licence,
        List<Reservation> reservations,
        @JsonUnwrapped Content content,
        @JsonUnwrapped Subject subject,
        List<Offer> offers,
        List<Provenance> provenance) {

    public LearningResource {
        if (title.isBlank()) {
            throw new IllegalArgumentException("A learning resource needs a title: " + url);
        }
        languages = List.copyOf(languages);
        creators = List.copyOf(creators);
        reservations = List.copyOf(reservations);
        offers = List.copyOf(offers);
        provenance = List.copyOf(provenance);
    }

    /** Whether the site where it is read offers it itself. */
    public boolean isOfItsSite() {
        return Site.of(url)
                .filter(site ->
                        Site.of(origin.harvestedFrom()).filter(site::isWith).isPresent())
                .isPresent();
    }

    /** The same under the name of another record. */
    public LearningResource named(ResourceId other) {
        return with(other, subject, dates, content, offers);
    }

    /** The same, filed otherwise. */
    public LearningResource withTrades(List<TradeAssertion> judged) {
        Subject refiled = new Subject(subject.keywords(), subject.categories(), subject.sourceTrades(), judged);
        return with(id, refiled, dates, content, offers);
    }

    /** The same with what the catalogue knows of its life. */
    public LearningResource seen(Instant first, Instant last, List<Offer> everywhere) {
        Dates known = new Dates(dates.datePublished(), dates.dateModified(), Optional.of(first), Optional.of(last));
        return with(id, subject, known, content, everywhere);
    }

    /** The same without its text. */
    public LearningResource withoutText() {
        return with(id, subject, dates, content.withoutText(), offers);
    }

    /** The same, read at another address, where its own file lies too. */
    public LearningResource movedTo(URI to, Provenance evidence) {
        List<Provenance> statements = Stream.concat(
                        provenance.stream().filter(one -> !one.field().equals(evidence.field())), Stream.of(evidence))
                .toList();
        return new LearningResource(
                id,
                to,
                title,
                description,
                languages,
                creators,
                publisher,
                origin,
                dates,
                education,
                licence,
                reservations,
                content.moved(url, to),
                subject,
                offers,
                statements);
    }

    private LearningResource with(
            ResourceId otherId, Subject otherSubject, Dates otherDates, Content otherContent, List<Offer> otherOffers) {
        return new LearningResource(
                otherId,
                url,
                title,
                description,
                languages,
                creators,
                publisher,
                origin,
                otherDates,
                education,
                licence,
                reservations,
                otherContent,
                otherSubject,
                otherOffers,
                provenance);
    }

    /**
     * Where the record comes from.
     *
     * @param source the source that delivered it
     * @param harvestedFrom the address of that source (a feed, a sitemap, an endpoint)
     * @param basis whether the item's page was read or only its entry in the list
     */
    public record Origin(SourceReference source, URI harvestedFrom, Basis basis) {}

    /** What the record rests on. */
    public enum Basis implements Code {
        /** The item's own page was fetched and read. */
        PAGE,
        /** Only the list (feed, sitemap, repository) spoke: the page could not be had, or there is none. */
        LISTING
    }

    /**
     * When.
     *
     * @param firstSeen when a harvest first met it; empty in what no catalogue has seen
     * @param lastSeen when its source last showed it
     */
    public record Dates(
            Optional<OffsetDateTime> datePublished,
            Optional<OffsetDateTime> dateModified,
            Optional<Instant> firstSeen,
            Optional<Instant> lastSeen) {

        /** As the publisher states them. */
        public static Dates stated(Optional<OffsetDateTime> published, Optional<OffsetDateTime> modified) {
            return new Dates(published, modified, Optional.empty(), Optional.empty());
        }
    }

    /**
     * For whom and for what.
     *
     * @param resourceTypes ids of {@code config/vocabularies/resource-types.yml}
     * @param audiences ids of {@code config/vocabularies/audiences.yml}
     * @param educationalLevels ids of {@code config/vocabularies/levels.yml}, or the publisher's own words where none is meant
     * @param finalities what a study leads to in Flanders: ids of {@code config/vocabularies/finalities.yml}
     * @param readingLevel how hard the text is to read; empty where there is too little of it, or no formula for its language
     */
    public record Education(
            List<String> resourceTypes,
            List<String> audiences,
            List<String> educationalLevels,
            List<String> finalities,
            Optional<ReadingLevel> readingLevel) {

        public Education {
            resourceTypes = List.copyOf(resourceTypes);
            audiences = List.copyOf(audiences);
            educationalLevels = List.copyOf(educationalLevels);
            finalities = List.copyOf(finalities);
        }
    }

    /**
     * The thing itself.
     *
     * @param duration play or study time, where one was stated
     * @param pages or slides of a document
     * @param media the files and players behind it, and the parts of a dossier
     * @param marks what a reader should know of its form
     * @param fullText the main text without navigation, for search only
     * @param sha256 of the bytes of the document that it is, in hexadecimal; empty for pages, whose bytes change by themselves
     */
    public record Content(
            Optional<Image> image,
            Optional<Duration> duration,
            Optional<Integer> pages,
            List<Media> media,
            List<Mark> marks,
            Optional<String> fullText,
            Optional<String> sha256) {

        public Content {
            media = List.copyOf(media);
            marks = List.copyOf(marks);
        }

        private Content moved(URI from, URI to) {
            List<Media> there = media.stream()
                    .map(file -> file.url().equals(from) ? file.movedTo(to) : file)
                    .toList();
            return new Content(image, duration, pages, there, marks, fullText, sha256);
        }

        private Content withoutText() {
            return new Content(image, duration, pages, media, marks, Optional.empty(), sha256);
        }
    }

    /** What a reader should know of the form of a resource. */
    public enum Mark implements Code {
        /** A scan: pictures of pages, of which no text could be read. */
        SCANNED_WITHOUT_TEXT,
        /** A video or sound with captions. */
        CAPTIONS,
        /** What is said in it can be read too. */
        TRANSCRIPT
    }

    /**
     * What it is about.
     *
     * @param keywords the publisher's own, cleaned, with its categories
     * @param categories what the publisher files it under, in its own words
     * @param sourceTrades ids of the trades that the source states for all it has, as its defaults
     * @param trades trade clusters, highest score first
     */
    public record Subject(
            List<String> keywords, List<String> categories, List<String> sourceTrades, List<TradeAssertion> trades) {

        public Subject {
            keywords = List.copyOf(keywords);
            categories = List.copyOf(categories);
            sourceTrades = List.copyOf(sourceTrades);
            trades = List.copyOf(trades);
        }
    }
}
