package be.vakoogst.republish;

import static be.vakoogst.application.TestApplication.getAsAnybody;
import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.application.TestApplication;
import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.Submission;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.Resources;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Each resource has a page, and search engines find it. */
class ResourcePageTest {

    private static final LearningResource RESOURCE = Resources.from("paginatest", "Voeg <b>vol</b> </script> strijken");

    @BeforeAll
    static void fill() {
        Catalogue catalogue = TestApplication.context().getBean(Catalogue.class);
        new TransactionTemplate(TestApplication.context().getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> catalogue.accept(List.of(new Submission(RESOURCE, List.of()))));
    }

    @Test
    void theSitemapLeadsToThePageOfEveryShownResource() {
        String index = getAsAnybody("/sitemap.xml").body();
        String prefix = RESOURCE.id().value().substring(0, 1);
        assertThat(index).contains("/sitemaps/" + prefix + ".xml");

        assertThat(getAsAnybody("/sitemaps/" + prefix + ".xml").body()).contains("/resources/" + RESOURCE.id());
        assertThat(getAsAnybody("/sitemaps/xyz.xml").statusCode()).isEqualTo(404);
    }

    @Test
    void thePageCarriesJsonLdThatNoTitleCanBreakOutOf() {
        Document page = Jsoup.parse(getAsAnybody("/resources/" + RESOURCE.id()).body());

        assertThat(page.select("h1").text()).isEqualTo(RESOURCE.title());
        assertThat(page.select("b")).isEmpty();
        String json = page.select("script[type=application/ld+json]").html();
        assertThat(JsonMapper.shared().readTree(json).path("name").asString()).isEqualTo(RESOURCE.title());
    }

    @Test
    void anUnknownResourceIsAPageThatSaysSo() {
        assertThat(getAsAnybody("/resources/" + "0".repeat(32)).statusCode()).isEqualTo(404);
        assertThat(getAsAnybody("/resources/onzin").statusCode()).isEqualTo(404);
    }
}
