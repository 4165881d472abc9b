package be.vakoogst.embed;

import static be.vakoogst.application.TestApplication.getAsAnybody;
import static be.vakoogst.application.TestApplication.json;
import static be.vakoogst.application.TestApplication.until;
import static be.vakoogst.application.TestApplication.uri;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.vakoogst.application.TestApplication;
import be.vakoogst.browser.Chromium;
import be.vakoogst.catalogue.Catalogue;
import be.vakoogst.catalogue.Submission;
import be.vakoogst.publisher.Publisher;
import be.vakoogst.resource.LearningResource;
import be.vakoogst.resource.Resources;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Other sites show what is here: one resource by oEmbed, many by the widget. */
class EmbedTest {

    private static final int MOST_BYTES = 15_000;

    private static final LearningResource RESOURCE = Resources.with("Wimpelboor & <b>slijpen</b>", """
            "description":"Hoe je een wimpelboor slijpt.","languages":["nl"],
            "creators":[{"name":"Jan Boor","kind":"person"}],
            "licence":{"uri":"https://creativecommons.org/licenses/by/4.0/","id":"cc-by-4.0","assertion":"stated"}""");

    @BeforeAll
    static void fill() {
        new TransactionTemplate(TestApplication.context().getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> TestApplication.context()
                        .getBean(Catalogue.class)
                        .accept(List.of(new Submission(RESOURCE, List.of()))));
        until(
                "/api/search?q=wimpelboor",
                found -> found.path("hits").findValuesAsString("title").contains(RESOURCE.title()));
    }

    @Test
    void thePageOfAResourceLeadsToItsFrameInBothFormats() {
        Document page = Jsoup.parse(getAsAnybody("/resources/" + RESOURCE.id()).body());

        JsonNode json = json(getAsAnybody(
                path(page.select("link[type=application/json+oembed]").first())));
        assertThat(json.path("version").asString()).isEqualTo("1.0");
        assertThat(json.path("type").asString()).isEqualTo("rich");
        assertThat(json.path("title").asString()).isEqualTo(RESOURCE.title());
        assertThat(json.path("author_name").asString()).isEqualTo("Jan Boor");
        assertThat(json.path("license").asString()).contains("licenses/by/4.0");
        Element frame =
                Jsoup.parse(json.path("html").asString()).select("iframe").first();
        assertThat(frame.attr("title")).isEqualTo(RESOURCE.title());
        Document framed = Jsoup.parse(getAsAnybody(path(frame.attr("src"))).body());
        assertThat(framed.select("h1").text()).isEqualTo(RESOURCE.title());
        assertThat(framed.select("[rel~=license]").attr("href")).contains("licenses/by/4.0");

        Document xml = Jsoup.parse(
                getAsAnybody(path(page.select("link[type=text/xml+oembed]").first()))
                        .body(),
                "",
                Parser.xmlParser());
        assertThat(xml.select("oembed > title").text()).isEqualTo(RESOURCE.title());
        assertThat(xml.select("oembed > html").text())
                .isEqualTo(json.path("html").asString());
    }

    @Test
    void aFrameIsNoLargerThanItsPageWants() {
        JsonNode small = json(oembed(uri("/resources/" + RESOURCE.id()).toString(), "&maxwidth=200&maxheight=100"));

        assertThat(small.path("width").asInt()).isEqualTo(200);
        assertThat(small.path("height").asInt()).isEqualTo(100);
        assertThat(small.path("html").asString()).contains("width=\"200\" height=\"100\"");
    }

    @Test
    void whatCannotBeEmbeddedIsRefusedByTheStatusOfTheFormat() {
        String own = uri("/resources/" + RESOURCE.id()).toString();

        assertThat(oembed("https://elders.example/resources/" + RESOURCE.id(), "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(oembed(uri("/resources/" + "0".repeat(32)).toString(), "").statusCode())
                .isEqualTo(404);
        assertThat(oembed(own, "&format=yaml").statusCode()).isEqualTo(501);
        assertThat(oembed(own, "&maxwidth=breed").statusCode()).isEqualTo(400);
        assertThat(getAsAnybody("/oembed").statusCode()).isEqualTo(400);
    }

    @Test
    void theWidgetIsSmall() {
        assertThat(getAsAnybody("/widget.js").body().getBytes(UTF_8)).hasSizeLessThan(MOST_BYTES);
    }

    @Test
    void oneTagShowsASearchInAPageOfOthersWhichCanNeitherReachInNorBeReached() {
        Chromium.require();
        Publisher school = new Publisher();
        school.serves("/", "text/html", """
                <!DOCTYPE html><html lang="nl"><head><title>School</title><style>
                * { font-size: 3px; color: white !important; } ul, li, a, section { display: none !important; }
                </style></head><body><main><h1>School</h1>
                <script src="%s" data-q="wimpelboor" data-size="3" data-title="Boren" data-lang="nl" async></script>
                </main></body></html>""".formatted(uri("/widget.js")));
        try (Chromium chromium = Chromium.open()) {
            ChromeDriver browser = chromium.driver();
            browser.get(school.url("/").toString());
            WebElement host = await().until(
                            () -> browser.findElements(By.cssSelector(".vakoogst")), found -> !found.isEmpty())
                    .getFirst();
            SearchContext inside = host.getShadowRoot();
            List<WebElement> titles =
                    await().until(() -> inside.findElements(By.cssSelector("li > a")), found -> !found.isEmpty());

            assertThat(titles).extracting(WebElement::getText).contains(RESOURCE.title());
            assertThat(titles.getFirst().isDisplayed()).isTrue();
            assertThat(titles.getFirst().getCssValue("font-size")).isEqualTo("16px");
            assertThat(titles.getFirst().getDomProperty("href")).contains("/go/");
            assertThat(inside.findElement(By.cssSelector("h2")).getText()).isEqualTo("Boren");
            assertThat(inside.findElement(By.cssSelector("a[rel~=license]")).getDomProperty("href"))
                    .contains("licenses/by/4.0");
            assertThat(inside.findElement(By.cssSelector("li p")).getText()).contains("Jan Boor", "Vakblad vakblad");
            assertThat(browser.findElement(By.tagName("h1")).getCssValue("font-size"))
                    .isEqualTo("3px");
            assertThat(Chromium.axe().include(".vakoogst").analyze(browser).getViolations())
                    .isEmpty();
        } finally {
            school.close();
        }
    }

    @Test
    void thePageThatHandsOutTheTagShowsItAndBreaksNoPolicyOfOurs() {
        Chromium.require();
        try (Chromium chromium = Chromium.open()) {
            ChromeDriver browser = chromium.driver();
            for (String language : List.of("nl", "fr", "en")) {
                browser.get(uri("/widget?q=wimpelboor&lang=" + language).toString());
                assertThat(browser.findElement(By.id("tag")).getDomProperty("value"))
                        .contains("/widget.js\"", "data-q=\"wimpelboor\"", "data-lang=\"" + language + "\"");
                SearchContext inside =
                        browser.findElement(By.cssSelector(".vakoogst")).getShadowRoot();
                await().until(() ->
                        !inside.findElements(By.cssSelector("li > a")).isEmpty());
                assertThat(Chromium.axe().analyze(browser).getViolations()).isEmpty();
            }
            for (String path :
                    List.of("/", "/takedown", "/resources/" + RESOURCE.id(), "/embed/resources/" + RESOURCE.id())) {
                browser.get(uri(path).toString());
                assertThat(Chromium.axe().analyze(browser).getViolations())
                        .as(path)
                        .isEmpty();
            }
            assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                    .extracting(LogEntry::getMessage)
                    .noneMatch(message -> message.contains("Content Security Policy"));
        }
    }

    private static String path(Element link) {
        return path(link.attr("href"));
    }

    private static String path(String address) {
        assertThat(address).startsWith(uri("/").toString());
        return address.substring(uri("/").toString().length() - 1);
    }

    private static HttpResponse<String> oembed(String url, String more) {
        return getAsAnybody("/oembed?url=" + URLEncoder.encode(url, UTF_8) + more);
    }
}
