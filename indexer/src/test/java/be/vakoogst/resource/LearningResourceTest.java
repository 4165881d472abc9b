package be.vakoogst.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LearningResourceTest {

    @Test
    void whatIsLeftOutOfTheJsonIsReadAsEmpty() {
        String json = """
                {"id":"0123456789abcdef0123456789abcdef","url":"https://example.org/a","title":"Pen-en-gat",
                 "source":{"id":"vakblad","name":"Vakblad","kind":"publisher"},"harvestedFrom":"https://example.org/feed",
                 "datePublished":"2024-03-05T14:00:00+01:00","licence":{"assertion":"unknown"},"basis":"page"}""";

        LearningResource read = ResourceJson.mapper().readValue(json, LearningResource.class);

        assertThat(read.creators()).isEmpty();
        assertThat(read.description()).isEmpty();
        assertThat(read.licence()).isEqualTo(Licence.UNKNOWN);
        assertThat(ResourceJson.mapper().writeValueAsString(read)).contains("2024-03-05T14:00:00+01:00");
        assertThat(ResourceJson.mapper()
                        .readValue(ResourceJson.mapper().writeValueAsString(read), LearningResource.class))
                .isEqualTo(read);
    }

    @Test
    void itsGroupsAreNoneInItsJson() {
        LearningResource resource = Resources.with("Pen-en-gat", """
                "keywords":["hout"],"finalities":["dubbel"],"marks":["captions"],
                "readingLevel":{"level":"easy","formula":"flesch-douma","score":81.2,"words":240}""");

        JsonNode json = ResourceJson.mapper().valueToTree(resource);

        assertThat(json.propertyNames())
                .contains("source", "harvestedFrom", "basis", "keywords", "finalities", "marks", "readingLevel")
                .doesNotContain("origin", "dates", "education", "content", "subject");
        assertThat(resource.education().readingLevel().orElseThrow().level()).isEqualTo(ReadingLevel.Ease.EASY);
    }

    @Test
    void whatTheCatalogueKnowsOfItsLifeIsPartOfItsJson() {
        LearningResource resource = Resources.titled("Pen-en-gat");
        Instant first = Instant.parse("2026-03-01T08:00:00Z");
        Offer offer = new Offer(resource.id(), resource.url(), resource.origin().source(), java.util.Optional.empty());

        LearningResource seen = resource.seen(first, first.plusSeconds(60), List.of(offer));

        JsonNode json = ResourceJson.mapper().valueToTree(seen);
        assertThat(json.path("firstSeen").asString()).isEqualTo("2026-03-01T08:00:00Z");
        assertThat(json.at("/offers/0/source/id").asString()).isEqualTo("vakblad");
        assertThat(ResourceJson.mapper().treeToValue(json, LearningResource.class))
                .isEqualTo(seen);
    }

    @Test
    void aSourceIdWithCapitalsIsRefusedWithWhatIsAllowed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SourceId("Vakblad"))
                .withMessageContaining("lower-case");
    }
}
