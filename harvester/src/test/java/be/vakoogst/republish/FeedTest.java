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
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is new of any search can be followed in a reader. */
class FeedTest {

    private static final LearningResource RESOURCE = Resources.with("Zwabberzaagsnede & <verbinding>", """
            "description":"Met de bovenfrees.","licence":{"uri":"https://creativecommons.org/licenses/by/4.0/","id":"cc-by-4.0","assertion":"stated"}""");

    @BeforeAll
    static void fill() {
        Catalogue catalogue = TestApplication.context().getBean(Catalogue.class);
        new TransactionTemplate(TestApplication.context().getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> catalogue.accept(List.of(new Submission(RESOURCE, List.of()))));
        until("/api/search?q=zwabberzaagsnede", found -> found.path("total").asInt() > 0);
    }

    @Test
    void everyFormSaysTheSameWithLicenceAndSource() {
        Document rss = xml("/feeds/rss?q=zwabberzaagsnede");
        Document atom = xml("/feeds/atom?q=zwabberzaagsnede");
        var feed = json(getAsAnybody("/feeds/json?q=zwabberzaagsnede"));

        assertThat(rss.select("item > title").text()).isEqualTo(RESOURCE.title());
        assertThat(rss.select("item > link").text()).isEqualTo(RESOURCE.url().toString());
        assertThat(rss.select("item > dc|rights").text()).contains("licenses/by/4.0");
        assertThat(atom.select("entry > title").text()).isEqualTo(RESOURCE.title());
        assertThat(atom.select("entry > id").text()).endsWith("/resources/" + RESOURCE.id());
        assertThat(feed.at("/items/0/title").asString()).isEqualTo(RESOURCE.title());
        assertThat(feed.at("/items/0/_vakoogst/licence").asString()).contains("licenses/by/4.0");
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
