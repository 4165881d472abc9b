package be.vakoogst.resource;

import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * One piece of learning content as a publisher offers it, normalised.
 *
 * @param id stable: the same item of the same source gives the same id for ever
 * @param url where a reader opens it (the canonical address, without tracking parameters)
 * @param title plain text without markup, control characters or the site's suffix; never blank
 * @param description plain text, or empty when the publisher gave none
 * @param languages BCP 47 tags, the main one first; empty when neither stated nor detectable
 * @param source the source that delivered it
 * @param harvestedFrom the address of that source (a feed, a sitemap, an endpoint)
 * @param resourceTypes ids of {@code config/vocabularies/resource-types.yml}
 * @param audiences ids of {@code config/vocabularies/audiences.yml}
 * @param educationalLevels ids or the publisher's own words for a level
 * @param duration play or study time, where one was stated
 * @param media the files and players behind it
 * @param keywords the publisher's own, cleaned
 * @param trades trade clusters, highest score first
 * @param fullText the main text without navigation, for search only
 * @param basis whether the item's page was read or only its entry in the list
 * @param provenance for each field the statement that gave it
 */
public record LearningResource(
        ResourceId id,
        URI url,
        String title,
        Optional<String> description,
        List<LanguageTag> languages,
        List<Agent> creators,
        Optional<Agent> publisher,
        SourceReference source,
        URI harvestedFrom,
        Optional<OffsetDateTime> datePublished,
        Optional<OffsetDateTime> dateModified,
        List<String> resourceTypes,
        List<String> audiences,
        List<String> educationalLevels,
        Licence licence,
        Optional<Image> image,
        Optional<Duration> duration,
        List<Media> media,
        List<String> keywords,
        List<TradeAssertion> trades,
        Optional<String> fullText,
        Basis basis,
        List<Provenance> provenance) {

    public LearningResource {
        if (title.isBlank()) {
            throw new IllegalArgumentException("A learning resource needs a title: " + url);
        }
        languages = List.copyOf(languages);
        creators = List.copyOf(creators);
        resourceTypes = List.copyOf(resourceTypes);
        audiences = List.copyOf(audiences);
        educationalLevels = List.copyOf(educationalLevels);
        media = List.copyOf(media);
        keywords = List.copyOf(keywords);
        trades = List.copyOf(trades);
        provenance = List.copyOf(provenance);
    }

    /** The same, filed otherwise. */
    public LearningResource withTrades(List<TradeAssertion> judged) {
        return new LearningResource(
                id,
                url,
                title,
                description,
                languages,
                creators,
                publisher,
                source,
                harvestedFrom,
                datePublished,
                dateModified,
                resourceTypes,
                audiences,
                educationalLevels,
                licence,
                image,
                duration,
                media,
                keywords,
                judged,
                fullText,
                basis,
                provenance);
    }

    /** What the record rests on. */
    public enum Basis implements Code {
        /** The item's own page was fetched and read. */
        PAGE,
        /** Only the list (feed, sitemap, repository) spoke: the page could not be had, or there is none. */
        LISTING
    }
}
