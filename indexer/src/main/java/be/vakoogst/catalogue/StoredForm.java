package be.vakoogst.catalogue;

import be.vakoogst.resource.Digest;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.ResourceJson;
import be.vakoogst.resource.SourceId;
import be.vakoogst.resource.TradeAssertion;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * A resource as it is stored: its content, and apart from it where each field came from. The content alone decides
 * whether a resource changed: in a feed that grew by one entry all others stand elsewhere, and none of them changed.
 *
 * @param reserved whether its publisher keeps any use to itself
 * @param trades what it is filed under, a line each
 * @param certainty the score of its likeliest trade; empty for one of no trade
 */
record StoredForm(
        ResourceId id,
        SourceId source,
        String content,
        String provenance,
        Digests digests,
        String trades,
        Optional<Double> certainty,
        boolean reserved) {

    private static final JsonMapper CONTENT = ResourceJson.mapper()
            .rebuild()
            .addMixIn(LearningResource.class, Content.class)
            .addMixIn(LearningResource.Dates.class, Stated.class)
            .build();

    static StoredForm of(LearningResource resource) {
        String content = CONTENT.writeValueAsString(resource);
        String provenance = ResourceJson.mapper().writeValueAsString(resource.provenance());
        return new StoredForm(
                resource.id(),
                resource.origin().source().id(),
                content,
                provenance,
                new Digests(Digest.of(content).bytes(), Digest.of(provenance).bytes()),
                resource.subject().trades().stream().map(TradeAssertion::id).collect(Collectors.joining("\n")),
                resource.subject().trades().stream().findFirst().map(TradeAssertion::score),
                !resource.reservations().isEmpty());
    }

    static LearningResource read(String content, String provenance) {
        String whole = content.substring(0, content.length() - 1) + ",\"provenance\":" + provenance + "}";
        return ResourceJson.mapper().readValue(whole, LearningResource.class);
    }

    @JsonIgnoreProperties({"provenance", "offers"})
    private interface Content {}

    /** When it was seen is known by the row, not by the content. */
    @JsonIgnoreProperties({"firstSeen", "lastSeen"})
    private interface Stated {}
}
