package be.vakoogst.republish;

import static be.vakoogst.application.TestApplication.getAsAnybody;
import static be.vakoogst.application.TestApplication.json;
import static be.vakoogst.application.TestApplication.until;
import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.application.TestApplication;
import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.Submission;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.Resources;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What is new of any search can be followed in a reader. */
class FeedTest {

    private static final LearningResource RESOURCE = Resources.with("Zwabberzaagsnede & <verbinding>", """
            "description":"Met de bovenfrees.","licence":{"uri":"https://creativecommons.org/licenses/by/4.0/","id":"cc-by-4.0","assertion":"stated"},
            "creators":[{"name":"An Zwabber","kind":"person"},{"name":"Bo Zager","kind":"person"}],
            "datePublished":"2026-03-04T10:00Z\"""");

    private static final LearningResource UNDATED = Resources.with("Zwabberzaagsnede zonder datum", "\"keywords\":[]");

    @BeforeAll
    static void fill() {
        Catalogue catalogue = TestApplication.context().getBean(Catalogue.class);
        new TransactionTemplate(TestApplication.context().getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> catalogue.accept(
                        List.of(new Submission(RESOURCE, List.of()), new Submission(UNDATED, List.of()))));
        until(
                "/api/search?q=zwabberzaagsnede",
                found -> found.path("hits")
                        .findValuesAsString("id")
                        .containsAll(List.of(RESOURCE.id().value(), UNDATED.id().value())));
    }

    @Test
    void everyFormSaysTheSameWithLicenceAndSource() {
        Element rss = own(xml("/feeds/rss?q=zwabberzaagsnede").select("item"));
        Element atom = own(xml("/feeds/atom?q=zwabberzaagsnede").select("entry"));
        JsonNode item = own(json(getAsAnybody("/feeds/json?q=zwabberzaagsnede")).path("items"));

        assertThat(rss.select("link").text()).isEqualTo(RESOURCE.url().toString());
        assertThat(rss.select("dc|rights").text()).contains("licenses/by/4.0");
        assertThat(atom.select("id").text()).endsWith("/resources/" + RESOURCE.id());
        assertThat(item.path("url").asString()).isEqualTo(RESOURCE.url().toString());
        assertThat(item.at("/_vakoogst/licence").asString()).contains("licenses/by/4.0");
    }

    @Test
    void everyFormSaysWhoMadeItAndWhenItAppeared() {
        Element rss = own(xml("/feeds/rss?q=zwabberzaagsnede").select("item"));
        Element atom = own(xml("/feeds/atom?q=zwabberzaagsnede").select("entry"));
        JsonNode item = own(json(getAsAnybody("/feeds/json?q=zwabberzaagsnede")).path("items"));

        assertThat(rss.select("pubDate").text()).isEqualTo("Wed, 04 Mar 2026 10:00:00 GMT");
        assertThat(rss.select("dc|creator").eachText()).containsExactly("An Zwabber", "Bo Zager");
        assertThat(atom.select("published").text()).isEqualTo("2026-03-04T10:00:00Z");
        assertThat(atom.select("author > name").eachText()).containsExactly("An Zwabber", "Bo Zager");
        assertThat(item.path("date_published").asString()).isEqualTo("2026-03-04T10:00:00Z");
        assertThat(item.path("authors").findValuesAsString("name")).containsExactly("An Zwabber", "Bo Zager");
    }

    @Test
    void atomHasAllThatItsStandardDemandsOfWhateverIsFoundOrNot() {
        Document found = xml("/feeds/atom?q=zwabberzaagsnede");
        Document nothing = xml("/feeds/atom?q=zwabberzaagsnede&source=geen");

        assertThat(found.select("entry")).hasSizeGreaterThanOrEqualTo(2).allSatisfy(entry -> {
            assertThat(entry.select("> updated").text()).isNotEmpty();
            assertThat(entry.select("> author > name").text()).isNotEmpty();
        });
        assertThat(nothing.select("entry")).isEmpty();
        assertThat(nothing.select("feed > updated").text()).isNotEmpty();
        assertThat(nothing.select("feed > author > name").text()).isNotEmpty();
        assertThat(nothing.select("feed > link[rel=self]").attr("href"))
                .endsWith("/feeds/atom?q=zwabberzaagsnede&source=geen");
    }

    /** Other records of the trade are found too, below. */
    private static Element own(Elements entries) {
        return entries.stream()
                .filter(entry -> entry.select("title").text().equals(RESOURCE.title()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode own(JsonNode items) {
        return items.values().stream()
                .filter(item -> item.path("title").asString().equals(RESOURCE.title()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aWrongParameterIsNamedAsForTheSearch() {
        assertThat(json(getAsAnybody("/feeds/rss?size=veel")).path("parameter").asString())
                .isEqualTo("size");
        assertThat(getAsAnybody("/feeds/csv").statusCode()).isIn(401, 404);
    }

    private static Document xml(String path) {
        return Jsoup.parse(getAsAnybody(path).body(), "", Parser.xmlParser());
    }
}
