package be.vakoogst.search;

import static be.vakoogst.search.RunningSearch.in;
import static org.assertj.core.api.Assertions.assertThat;

import be.vakoogst.resource.LearningResource;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The public pages in a real browser; skipped where there is none, which scripts/test says. */
class PagesTest {

    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final String IMAGE =
            "\"image\":{\"url\":\"https://beeld.invalid/zaag.jpg\"},\"resourceTypes\":[\"video\"]";

    private static final LearningResource DOVETAIL = in("hout", "Een zwaluwstaartverbinding maken", IMAGE);
    private static final List<LearningResource> ALL = List.of(
            DOVETAIL,
            in("hout", "De basis van het schaven", "\"resourceTypes\":[\"handleiding\"]"),
            in("sanitair-verwarming", "Een lekkende kraan herstellen", ""));

    private static RunningSearch search;
    private static ChromeDriver browser;

    @BeforeAll
    static void start() {
        Assumptions.assumeTrue(Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER), "Chromium is not installed");
        search = new RunningSearch("pages", ALL);
        browser = open(Map.of());
    }

    private static ChromeDriver open(Map<String, Object> preferences) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=nl");
        options.setExperimentalOption("prefs", preferences);
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.quit();
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
        for (String scheme : List.of("light", "dark")) {
            browser.executeCdpCommand(
                    "Emulation.setEmulatedMedia",
                    Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
            visit(path);
            List<Rule> violations = new AxeBuilder()
                    .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                    .analyze(browser)
                    .getViolations();
            assertThat(violations).as(path + " in " + scheme).isEmpty();
        }
    }

    @Test
    void theReportFormIsAccessibleAndThanks() {
        visit("/report/" + DOVETAIL.id() + "?lang=nl");
        assertThat(new AxeBuilder().analyze(browser).getViolations()).isEmpty();

        browser.findElement(By.cssSelector("input[value=link-broken]")).click();
        browser.findElement(By.cssSelector("main button")).click();

        assertThat(browser.findElement(By.tagName("h1")).getText()).contains("Bedankt");
        assertThat(search.asOperator("GET", "/api/reports", "").body()).contains("link-broken");
    }

    @Test
    void aPhoneShowsEverythingWithoutScrollingSideways() {
        browser.manage().window().setSize(new Dimension(320, 640));
        for (String path : List.of("/", "/?q=schrijnwerker", "/trades/hout")) {
            visit(path);
            browser.executeCdpCommand(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", 320, "height", 640, "deviceScaleFactor", 1, "mobile", true));
            Long width = (Long) browser.executeScript("return document.documentElement.scrollWidth");
            assertThat(width).as(path).isLessThanOrEqualTo(320);
        }
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        browser.manage().window().setSize(new Dimension(1280, 900));
    }

    @Test
    void theKeyboardAloneSearchesAndShowsWhy() {
        visit("/?lang=nl");
        browser.findElement(By.id("q")).sendKeys("zwaluwstaart", Keys.ENTER);

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
        ChromeDriver without = open(Map.of("profile.managed_default_content_settings.javascript", 2));
        try {
            without.get(search.address("/?lang=nl&q=schrijnwerker"));
            without.findElement(By.cssSelector(".filters > summary")).click();
            without.findElement(By.partialLinkText("Video")).click();

            assertThat(without.getCurrentUrl()).contains("type=video").contains("q=schrijnwerker");
            assertThat(without.findElements(By.cssSelector(".hit"))).hasSize(1);
            assertThat(without.findElement(By.cssSelector(".marks")).getText())
                    .contains("Vakblad", "licentie niet vermeld");
        } finally {
            without.quit();
        }
    }

    @Test
    void aNameOfATradeLeadsToItsPage() {
        visit("/?lang=nl&q=schrijnwerker");
        browser.findElement(By.cssSelector("a.go")).click();

        assertThat(browser.findElement(By.tagName("h1")).getText()).startsWith("Hout");
        assertThat(browser.findElement(By.tagName("main")).getText())
                .contains("Om te beginnen", "De basis van het schaven");
    }
}
