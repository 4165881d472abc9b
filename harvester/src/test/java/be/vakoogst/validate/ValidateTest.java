package be.vakoogst.validate;

import static be.vakoogst.application.TestApplication.json;
import static be.vakoogst.application.TestApplication.request;
import static be.vakoogst.application.TestApplication.send;
import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.publisher.Publisher;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a publisher is told of one page, asked as anybody. */
class ValidateTest {

    private static final String PAGE = """
            <html lang=nl><head><title>Stoelpoot draaien</title><meta name=description content="Op de draaibank."></head>
            <body><script type="application/ld+json">{"@type":"LearningResource","name":"Stoelpoot draaien","license":"https://creativecommons.org/licenses/by/4.0/"}</script></body></html>""";

    @Test
    void eachFieldComesWithTheStatementThatGaveIt() {
        JsonNode found = asked(Map.of("markup", PAGE, "url", "https://example.org/stoelpoot"));

        assertThat(found.at("/resource/title").asString()).isEqualTo("Stoelpoot draaien");
        JsonNode licence = field(found, "licence");
        assertThat(licence.path("syntax").asString()).isEqualTo("json-ld");
        assertThat(licence.path("where").asString()).contains("license");
        assertThat(licence.path("value").asString()).contains("cc-by-4.0");
        assertThat(found.path("missing").toString()).contains("image").doesNotContain("licence");
    }

    @Test
    void jsonLdAloneWillDo() {
        JsonNode found = asked(
                Map.of(
                        "markup",
                        "{\"@context\":\"https://schema.org\",\"@type\":\"Article\",\"name\":\"Vloertegels leggen</script>\"}"));

        assertThat(found.at("/resource/title").asString()).startsWith("Vloertegels leggen");
    }

    @Test
    void aPageIsAskedForByItsAddress() {
        try (Publisher site = new Publisher()) {
            site.serves("/les", "text/html", PAGE);

            JsonNode found = asked(Map.of("url", site.url("/les").toString()));

            assertThat(found.at("/resource/description").asString()).isEqualTo("Op de draaibank.");
            assertThat(site.requestsTo("/les")).isEqualTo(1);
        }
    }

    @Test
    void nothingPrivateIsReachable() {
        JsonNode found = asked(Map.of("url", "http://169.254.169.254/latest/meta-data"));

        assertThat(found.has("resource")).isFalse();
        assertThat(found.at("/failures/0/reason").asString()).isEqualTo("private-address");
    }

    @Test
    void thePageShowsWhatIsMissingWithMarkupToPaste() {
        HttpResponse<String> page = send(request("/partner/validate", Optional.empty())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept-Language", "nl")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "url=&markup=" + URLEncoder.encode(PAGE, StandardCharsets.UTF_8)))
                .build());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("json-ld", "Geen afbeelding", "og:image");
    }

    @Test
    void whatCannotBeReadIsNamed() {
        assertThat(asked(Map.of()).path("parameter").asString()).isEqualTo("url");
        assertThat(asked(Map.of("markup", "x".repeat(Validator.LONGEST_MARKUP + 1)))
                        .path("parameter")
                        .asString())
                .isEqualTo("markup");
    }

    private static JsonNode field(JsonNode found, String name) {
        return found.path("fields").values().stream()
                .filter(field -> field.path("field").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode asked(Map<String, String> question) {
        return json(send(request("/api/partner/validate", Optional.empty())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(question)))
                .build()));
    }
}
