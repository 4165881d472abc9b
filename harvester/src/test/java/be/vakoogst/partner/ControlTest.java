package be.vakoogst.partner;

import static be.vakoogst.application.TestApplication.administrator;
import static be.vakoogst.application.TestApplication.getAsAnybody;
import static be.vakoogst.application.TestApplication.getJson;
import static be.vakoogst.application.TestApplication.json;
import static be.vakoogst.application.TestApplication.post;
import static be.vakoogst.application.TestApplication.until;
import static be.vakoogst.partner.Partners.anybody;
import static be.vakoogst.partner.Partners.begun;
import static be.vakoogst.partner.Partners.joined;
import static be.vakoogst.partner.Partners.register;
import static be.vakoogst.partner.Partners.seen;
import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.application.TestApplication;
import be.vakoogst.publisher.Publisher;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a partner may without an operator, once the site is known to be theirs. */
class ControlTest {

    private static final String FEED = """
            <rss version="2.0"><channel><title>Club</title>
            <item><title>%s</title><guid isPermaLink="false">a</guid></item></channel></rss>""";

    @Test
    void whoReadsTheMailAndControlsTheSiteNeedsNoOperator() {
        try (Publisher site = new Publisher()) {
            site.serves("/feed", "application/rss+xml", FEED.formatted("Eigen site"));
            JsonNode registration = json(register(
                    seen(begun(site.url("/feed").toString())).path("id").asString(), "Eigenclub"));
            String id = registration.path("id").asString();
            site.serves("/.well-known/vakoogst-verification.txt", "text/plain", "iets anders");

            JsonNode nothing = json(anybody("/api/partner/registrations/" + id + "/prove", ""));
            assertThat(nothing.has("found")).isFalse();
            assertThat(anybody("/api/partner/registrations/" + id + "/prove", "")
                            .statusCode())
                    .isEqualTo(429);

            waited(id);
            site.serves(
                    "/",
                    "text/html",
                    "<html><head><meta name=vakoogst-verification content='"
                            + registration.path("proofToken").asString() + "'></head></html>");
            JsonNode proven = json(anybody("/api/partner/registrations/" + id + "/prove", ""));
            assertThat(proven.path("found").asString()).isEqualTo("meta");
            assertThat(proven.at("/registration/state").asString()).isEqualTo("submitted");

            getAsAnybody(Partners.confirmation(id));
            assertThat(state(id)).isEqualTo("active");
            until(
                    "/api/runs?source=" + registration.path("source").asString(),
                    list -> list.at("/runs/0").has("endedAt"));
        }
    }

    @Test
    void anotherSiteAsksForApprovalAgainAndAnotherAddressOfAProvenSiteDoesNot() {
        try (Publisher site = new Publisher();
                Publisher other = new Publisher()) {
            site.serves("/feed", "application/rss+xml", FEED.formatted("Oud adres"));
            site.serves("/nieuw", "application/rss+xml", FEED.formatted("Nieuw adres"));
            other.serves("/feed", "application/rss+xml", FEED.formatted("Andere site"));
            JsonNode registration = joined(site.url("/feed"), "Verhuisclub");
            String id = registration.path("id").asString();
            String source = registration.path("source").asString();
            site.serves(
                    "/.well-known/vakoogst-verification.txt",
                    "text/plain",
                    registration.path("proofToken").asString() + "\n");
            assertThat(json(anybody("/api/partner/registrations/" + id + "/prove", ""))
                            .path("found")
                            .asString())
                    .isEqualTo("file");

            readdress(id, site.url("/nieuw").toString());
            assertThat(state(id)).isEqualTo("active");
            assertThat(getJson("/api/sources/" + source).toString()).contains("/nieuw");

            readdress(id, other.url("/feed").toString());
            assertThat(state(id)).isEqualTo("submitted");
            assertThat(getJson("/api/partner/registrations/" + id).has("provenAt"))
                    .isFalse();
            assertThat(getJson("/api/sources/" + source).path("enabled").asBoolean())
                    .isFalse();
        }
    }

    @Test
    void whereAnotherAddressIsRefusedTheApprovedOneHoldsOn() {
        try (Publisher site = new Publisher();
                Publisher other = new Publisher()) {
            site.serves("/feed", "application/rss+xml", FEED.formatted("Blijft"));
            other.serves("/feed", "application/rss+xml", FEED.formatted("Komt niet"));
            JsonNode registration = joined(site.url("/feed"), "Blijfclub");
            String id = registration.path("id").asString();
            String source = registration.path("source").asString();

            readdress(id, other.url("/feed").toString());
            decide(id, "refuse", "een webwinkel");

            assertThat(state(id)).isEqualTo("active");
            JsonNode harvested = getJson("/api/sources/" + source);
            assertThat(harvested.path("enabled").asBoolean(true)).isTrue();
            assertThat(harvested.toString())
                    .contains(site.url("/feed").toString())
                    .doesNotContain(other.url("/feed").toString());
            assertThat(Partners.mailed(id)).last().asString().contains("een webwinkel", "blijft gelden");

            readdress(id, other.url("/feed").toString());
            decide(id, "approve", "toch goed");
            assertThat(getJson("/api/sources/" + source).toString())
                    .contains(other.url("/feed").toString());
        }
    }

    private static void decide(String id, String answer, String comment) {
        assertThat(post(
                                "/api/registrations/" + id + "/" + answer,
                                "{\"comment\": \"" + comment + "\"}",
                                administrator())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatPartnersDidIsToldInTheLanguageOfWhoReadsIt() {
        try (Publisher site = new Publisher()) {
            site.serves("/feed", "application/rss+xml", FEED.formatted("Taalles"));
            String id = json(register(
                            seen(begun(site.url("/feed").toString())).path("id").asString(), "Taalclub"))
                    .path("id")
                    .asString();

            getAsAnybody(Partners.confirmation(id));

            String page = "/partner/registrations/" + id;
            assertThat(getAsAnybody(page + "?lang=nl").body()).contains("mailadres bevestigd");
            assertThat(getAsAnybody(page + "?lang=fr").body()).contains("adresse e-mail confirmée");
        }
    }

    private static void readdress(String id, String url) {
        String preview = seen(begun(url)).path("id").asString();
        assertThat(anybody(
                                "/api/partner/registrations/" + id + "/address",
                                "{\"preview\": \"" + preview + "\", \"way\": 0}")
                        .statusCode())
                .isEqualTo(200);
    }

    /** As if half a minute had passed since it was looked for. */
    private static void waited(String id) {
        TestApplication.database()
                .sql("update registration set proof_asked_at = null where id = :id")
                .param("id", id)
                .update();
    }

    private static String state(String id) {
        return getJson("/api/partner/registrations/" + id).path("state").asString();
    }
}
