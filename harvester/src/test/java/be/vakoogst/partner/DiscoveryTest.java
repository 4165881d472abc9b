package be.vakoogst.partner;

import static be.vakoogst.application.TestApplication.administrator;
import static be.vakoogst.application.TestApplication.getAsAnybody;
import static be.vakoogst.application.TestApplication.json;
import static be.vakoogst.application.TestApplication.post;
import static be.vakoogst.application.TestApplication.until;
import static be.vakoogst.partner.Partners.begun;
import static be.vakoogst.partner.Partners.register;
import static be.vakoogst.partner.Partners.seen;
import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.publisher.Publisher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is found at an address that is neither a feed nor a sitemap, and that what is offered is what is harvested. */
class DiscoveryTest {

    private final Publisher publisher = new Publisher();

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void aListInJsonIsOfferedShownAndHarvestedByTheSameSource() {
        publisher.serves("/api/lessen?offset=0", "application/json", """
                {"meta": {"offset": 0, "limit": 2, "total": 3}, "resultaten": [
                  {"nummer": 1, "titel": "Kepervak dichten", "link": "/kepers", "omschrijving": "Gordingen en kepers."},
                  {"nummer": 2, "titel": "Pannen haken", "link": "/pannen"}]}""");
        publisher.serves("/api/lessen?offset=2", "application/json", """
                {"meta": {"offset": 2, "limit": 2, "total": 3}, "resultaten": [
                  {"nummer": 3, "titel": "Nokvorst leggen", "link": "/nokvorst"}]}""");
        publisher.serves("/api/lessen?offset=3", "application/json", "{\"resultaten\": []}");
        for (String page : new String[] {"/kepers", "/pannen", "/nokvorst"}) {
            publisher.serves(page, "text/html", "<html lang=nl><p>Dakwerken aan een hellend dak.</p></html>");
        }

        JsonNode preview = seen(begun(publisher.url("/api/lessen?offset=0").toString()));

        assertThat(preview.at("/result/ways/0/ground").asString()).isEqualTo("api");
        assertThat(preview.at("/result/ways/0/draft/options/paging/style").asString())
                .isEqualTo("offset");
        assertThat(preview.at("/result/resources").findValuesAsString("title"))
                .contains("Kepervak dichten", "Pannen haken", "Nokvorst leggen");
        String shown = getAsAnybody("/partner/previews/" + preview.path("id").asString() + "?lang=nl")
                .body();
        assertThat(shown).contains("Een lijst in JSON", "Kepervak dichten");
        assertThat(harvested(preview, "Dakclub")).isEqualTo(3);
    }

    @Test
    void aPageThatListsInJsonLdIsOfferedBesideItsSitemapAndHarvested() {
        publisher.serves("/lessen", "text/html", """
                <html lang=nl><title>Lessen</title><script type="application/ld+json">
                {"@context": "https://schema.org", "@type": "CollectionPage", "mainEntity": {"@type": "ItemList", "itemListElement": [
                  {"@type": "ListItem", "position": 1, "url": "/lessen/voeg"}, {"@type": "ListItem", "position": 2, "url": "/lessen/steen"}]}}
                </script></html>""");
        publisher.serves("/lessen/voeg", "text/html", "<html lang=nl><title>Voegspecie mengen</title></html>");
        publisher.serves("/lessen/steen", "text/html", "<html lang=nl><title>Gevelsteen kiezen</title></html>");
        servesSitemapOf("/lessen/voeg");

        JsonNode preview = seen(begun(publisher.url("/lessen").toString()));

        assertThat(preview.at("/result/ways").findValuesAsString("ground")).containsExactly("page-list", "sitemap");
        assertThat(preview.at("/result/resources").findValuesAsString("title"))
                .contains("Voegspecie mengen", "Gevelsteen kiezen");
        assertThat(getAsAnybody("/partner/previews/" + preview.path("id").asString() + "?lang=fr")
                        .body())
                .contains("La liste que la page donne elle-même");
        assertThat(harvested(preview, "Voegclub")).isEqualTo(2);
    }

    @Test
    void theSitemapOfAFrontPageComesBeforeWhatItListsItself() {
        publisher.serves("/", "text/html", """
                <html lang=nl><title>Vak</title><script type="application/ld+json">
                {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "url": "/nieuwste"}]}</script></html>""");
        publisher.serves("/nieuwste", "text/html", "<html lang=nl><title>Het nieuwste</title></html>");
        servesSitemapOf("/nieuwste");

        JsonNode preview = seen(begun(publisher.url("/").toString()));

        assertThat(preview.at("/result/ways").findValuesAsString("ground")).containsExactly("sitemap", "page-list");
    }

    private void servesSitemapOf(String page) {
        publisher.serves(
                "/sitemap.xml",
                "application/xml",
                "<urlset><url><loc>%s</loc></url></urlset>".formatted(publisher.url(page)));
    }

    @Test
    void aSiteWithoutEncryptionIsFoundByItsNameAlone() {
        publisher.serves("/feed", "application/rss+xml", """
                <rss version="2.0"><channel><title>Oud</title><item><title>Stoofpot</title><guid>a</guid></item></channel></rss>""");
        String name = publisher.url("/feed").toString().replace("http://", "");

        JsonNode preview = seen(begun(name));

        assertThat(preview.at("/result/ways/0/draft/url").asString())
                .isEqualTo(publisher.url("/feed").toString());
    }

    @Test
    void jsonThatIsNoListIsNotOfferedAndWhatWasFoundIsSaid() {
        publisher.serves("/api", "application/json", "{\"a\":".repeat(3000) + "1" + "}".repeat(3000));

        JsonNode preview = seen(begun(publisher.url("/api").toString()));

        assertThat(preview.path("state").asString()).isEqualTo("nothing");
        assertThat(preview.at("/result/failures/0/reason").asString()).isIn("unreadable", "wrong-type");
    }

    /** How many records there are once it is registered and approved. */
    private static int harvested(JsonNode preview, String organisation) {
        String id = json(register(preview.path("id").asString(), organisation))
                .path("id")
                .asString();
        JsonNode approved = json(post("/api/registrations/" + id + "/approve", "{}", administrator()));
        JsonNode runs = until(
                "/api/runs?source=" + approved.path("source").asString(),
                list -> list.at("/runs/0").has("endedAt"));
        assertThat(runs.at("/runs/0/state").asString()).isEqualTo("succeeded");
        return runs.at("/runs/0/counts/new").asInt();
    }
}
