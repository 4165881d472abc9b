package be.vakoogst.search;

import static be.vakoogst.search.RunningSearch.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.vakoogst.browser.Chromium;
import be.vakoogst.publisher.Publisher;
import be.vakoogst.resource.LearningResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The public pages in a real browser; skipped where there is none, which scripts/test says. */
class PagesTest {

    private static final String IMAGE =
            "\"image\":{\"url\":\"https://beeld.invalid/zaag.jpg\"},\"resourceTypes\":[\"video\"]";

    private static final LearningResource DOVETAIL = in("hout", "Een zwaluwstaartverbinding maken", IMAGE);
    private static final List<LearningResource> ALL = List.of(
            DOVETAIL,
            in("hout", "De basis van het schaven", "\"resourceTypes\":[\"handleiding\"]"),
            in("sanitair-verwarming", "Een lekkende kraan herstellen", ""));

    private static RunningSearch search;
    private static Chromium chromium;
    private static ChromeDriver browser;

    @BeforeAll
    static void start() {
        Chromium.require();
        search = new RunningSearch("pages", ALL);
        chromium = Chromium.open();
        browser = chromium.driver();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
            search.close();
        }
    }

    private static void visit(String path) {
        browser.get(search.address(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?lang=nl",
                "/?lang=nl&q=zwaluwstaart",
                "/?lang=fr&q=schrijnwerker",
                "/?lang=en&q=schrijnwerker&group=trade",
                "/?lang=nl&q=qqxzy",
                "/trades/hout?lang=nl",
                "/trades/onbestaand?lang=nl",
                "/?lang=nl&size=veel"
            })
    void noPageBreaksTheRulesOfAccessibility(String path) {
        visit(path);
        assertThat(chromium.violations()).as(path).isEmpty();
        assertThat(chromium.violationsInTheDark()).as(path + " in the dark").isEmpty();
    }

    @Test
    void theReportFormIsAccessibleAndThanks() {
        visit("/report/" + DOVETAIL.id() + "?lang=nl");
        assertThat(chromium.violations()).isEmpty();

        browser.findElement(By.cssSelector("input[value=link-broken]")).click();
        chromium.leaving(
                () -> browser.findElement(By.cssSelector("main button")).click());

        assertThat(browser.findElement(By.tagName("h1")).getText()).contains("Bedankt");
        assertThat(search.asOperator("GET", "/api/reports", "").body()).contains("link-broken");
    }

    @Test
    void aPhoneShowsEverythingWithoutScrollingSideways() {
        chromium.asPhone();
        for (String path : List.of("/", "/?q=schrijnwerker", "/trades/hout")) {
            visit(path);
            assertThat(chromium.width()).as(path).isLessThanOrEqualTo(320);
        }
        chromium.asDesk();
    }

    @Test
    void theKeyboardAloneSearchesAndShowsWhy() {
        visit("/?lang=nl");
        chromium.leaving(() -> browser.findElement(By.id("q")).sendKeys("zwaluwstaart", Keys.ENTER));

        assertThat(browser.findElement(By.cssSelector("[role=status]")).getText())
                .contains("zwaluwstaart");
        WebElement why = browser.findElement(By.cssSelector(".hit details summary"));
        why.sendKeys(Keys.ENTER);
        assertThat(browser.findElement(By.cssSelector(".hit details q")).isDisplayed())
                .isTrue();
        assertThat(browser.findElement(By.cssSelector(".hit mark")).getText()).isEqualTo("zwaluwstaartverbinding");
        WebElement image = browser.findElement(By.cssSelector(".hit img"));
        assertThat(image.getDomAttribute("width") + "x" + image.getDomAttribute("height"))
                .isEqualTo("160x90");
    }

    @Test
    void withoutScriptsFiltersAreLinksThatCanBeShared() {
        try (Chromium unscripted = Chromium.withoutScripts()) {
            ChromeDriver without = unscripted.driver();
            without.get(search.address("/?lang=nl&q=schrijnwerker"));
            without.findElement(By.cssSelector(".filters > summary")).click();
            unscripted.leaving(
                    () -> without.findElement(By.partialLinkText("Video")).click());

            assertThat(without.getCurrentUrl()).contains("type=video").contains("q=schrijnwerker");
            assertThat(without.findElements(By.cssSelector(".hit"))).hasSize(1);
            assertThat(without.findElement(By.cssSelector(".marks")).getText())
                    .contains("Vakblad", "licentie niet vermeld");
        }
    }

    @Test
    void theExampleForFrontEndsFindsFromAnotherSite() throws IOException {
        String guide = Files.readString(Path.of("docs/front-end.md"));
        String example = guide.substring(guide.indexOf("<!doctype html>"), guide.indexOf("</html>"))
                .replace("http://localhost:8080", search.address(""));
        try (Publisher school = new Publisher()) {
            school.serves("/", "text/html", example);
            browser.get(school.url("/").toString());
            browser.findElement(By.id("q")).sendKeys("zwaluwstaartverbinding", Keys.ENTER);

            await().until(() -> !browser.findElements(By.cssSelector("#hits a")).isEmpty());
            WebElement first = browser.findElement(By.cssSelector("#hits a"));
            assertThat(first.getText()).startsWith(DOVETAIL.title()).contains("Vakblad");
            assertThat(first.getDomProperty("href")).startsWith(search.address("/go/"));
            assertThat(browser.findElement(By.id("count")).getText()).endsWith("gevonden");
        }
    }

    @Test
    void aNameOfATradeLeadsToItsPage() {
        visit("/?lang=nl&q=schrijnwerker");
        chromium.leaving(() -> browser.findElement(By.cssSelector("a.go")).click());

        assertThat(browser.findElement(By.tagName("h1")).getText()).startsWith("Hout");
        assertThat(browser.findElement(By.tagName("main")).getText())
                .contains("Om te beginnen", "De basis van het schaven");
    }
}
