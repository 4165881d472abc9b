package be.vakoogst.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

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
    void aSourceIdWithCapitalsIsRefusedWithWhatIsAllowed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SourceId("Vakblad"))
                .withMessageContaining("lower-case");
    }
}
