package be.vakoogst.operate.console;

import static be.vakoogst.application.TestApplication.PASSWORD;
import static be.vakoogst.application.TestApplication.administrator;
import static be.vakoogst.application.TestApplication.getJson;
import static be.vakoogst.application.TestApplication.harvest;
import static be.vakoogst.application.TestApplication.post;
import static be.vakoogst.application.TestApplication.uri;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.vakoogst.browser.Chromium;
import be.vakoogst.publisher.Publisher;
import be.vakoogst.resource.ResourceId;
import be.vakoogst.resource.SourceId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import tools.jackson.databind.JsonNode;

/** What operators do, in a real browser, from signing in to the end of a run. */
class ConsoleTest {

    private static final Publisher PUBLISHER = new Publisher();
    private static final String WELL = "console-vakblad";
    private static final String BROKEN = "console-stuk";
    private static final ResourceId LESSON = ResourceId.of(new SourceId(WELL), "1");

    /** How many items were new, on the page of a run. */
    private static final String FOUND = ".progress .facts dd a";

    private static Chromium chromium;
    private static ChromeDriver browser;

    @BeforeAll
    static void start() {
        Chromium.require();
        PUBLISHER.offersArticles("/goed", 3);
        PUBLISHER.answersStatus("/stuk", 503);
        make(WELL, "Vakblad van de console", "/goed");
        make(BROKEN, "Vakblad dat stuk is", "/stuk");
        harvest(WELL);
        harvest(BROKEN);
        chromium = Chromium.open();
        browser = chromium.driver();
        signIn(chromium);
    }

    private static void make(String id, String name, String path) {
        assertThat(post("/api/sources", yaml(id, name, path), administrator()).statusCode())
                .isEqualTo(201);
    }

    private static String yaml(String id, String name, String path) {
        return """
                id: %s
                name: %s
                kind: publisher
                connector: {type: feed, url: "%s"}
                politeness: {delay: 0s, concurrency: 2}
                """.formatted(id, name, PUBLISHER.url(path));
    }

    private static void signIn(Chromium chromium) {
        ChromeDriver browser = chromium.driver();
        browser.get(uri("/operate?lang=nl").toString());
        browser.findElement(By.id("username")).sendKeys("operator");
        chromium.leaving(() -> browser.findElement(By.id("password")).sendKeys(PASSWORD, Keys.ENTER));
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
        PUBLISHER.close();
    }

    private static void visit(String path) {
        browser.get(uri(path).toString());
    }

    private static String text(String selector) {
        return browser.findElement(By.cssSelector(selector)).getText();
    }

    /** What opens or closes something on the page. */
    private static void press(String selector) {
        browser.findElement(By.cssSelector(selector)).sendKeys(Keys.ENTER);
    }

    private static void submit(String selector) {
        chromium.leaving(() -> press(selector));
    }

    private static void fill(String id, String words) {
        WebElement field = browser.findElement(By.id(id));
        field.clear();
        field.sendKeys(words);
    }

    private static void follow(String words) {
        chromium.leaving(() -> browser.findElement(By.partialLinkText(words)).sendKeys(Keys.ENTER));
    }

    @Test
    void openingTheConsoleLeadsToWhyASourceFailed() {
        visit("/operate?lang=nl");

        WebElement trouble = browser.findElement(By.cssSelector("main .trouble"));
        assertThat(trouble.getText()).contains("Vakblad dat stuk is");
        WebElement lead = trouble.findElements(By.cssSelector("li")).stream()
                .filter(item -> item.getText().contains("Vakblad dat stuk is"))
                .findFirst()
                .orElseThrow()
                .findElement(By.cssSelector("a.button"));
        chromium.leaving(lead::click);

        assertThat(text(".failures .lost"))
                .contains(PUBLISHER.url("/stuk").toString())
                .contains("503");
        assertThat(text(".failures .lost .tag")).isNotBlank();
        assertThat(text(".failures .lost p")).isNotBlank();
    }

    @Test
    void aSourceIsAddedAfterItsMistakesWereShownAndItWasTried() {
        visit("/operate/sources");
        String right = yaml("console-nieuw", "Nieuw op de console", "/goed");
        fill("yaml", right.replace("publisher", "koning"));
        submit("button[value=save]");
        assertThat(text("[role=alert]")).contains("kind").contains("3");

        fill("yaml", right);
        submit("button[value=try]");
        assertThat(text(".tried")).contains("Les 1 over hout");
        submit("button[value=save]");

        assertThat(text("h1")).isEqualTo("Nieuw op de console");
        submit("button[value=INCREMENTAL]");
        awaitState("gelukt");
        assertThat(text("main")).contains("Items");
    }

    @Test
    void aTradeThatWasTakenAwayStaysAwayAfterTheNextHarvest() {
        visit("/operate/items/" + LESSON + "/trades");
        assertThat(text("main .cards")).contains("Hout");
        browser.findElement(By.cssSelector(".cards input[name=why]")).sendKeys("Gaat over iets anders");
        submit(".cards button[value=remove]");
        assertThat(text("main")).contains("weggehaald", "Gaat over iets anders", "operator");

        assertThat(browser.findElements(By.cssSelector(".cards button[value=lock]")))
                .isEmpty();
        harvest(WELL);

        assertThat(getJson("/api/resources/" + LESSON + "/trades").path("trades"))
                .isEmpty();
        visit("/operate/items/" + LESSON + "/trades");
        submit("button[value=back]");
        assertThat(text("main .cards")).contains("Hout");
    }

    @Test
    void aFieldIsCorrectedAndItsHistoryShowsWhatChanged() {
        ResourceId lesson = ResourceId.of(new SourceId(WELL), "2");
        visit("/operate/items/" + lesson + "/fields/title");
        fill("value", "Les 2 over hout en lijm");
        fill("why", "Zo heet ze nu");
        submit("button[value=save]");
        assertThat(text("h1")).isEqualTo("Les 2 over hout en lijm");

        follow("Geschiedenis");

        assertThat(text("ins")).contains("en lijm");
        assertThat(text(".cards")).contains("titel", "correction of title by operator");
    }

    @Test
    void aHiddenResourceIsGoneForReadersUntilItIsShownAgain() {
        ResourceId lesson = ResourceId.of(new SourceId(WELL), "3");
        visit("/operate/items/" + lesson);
        press("main details summary");
        fill("why", "Klacht van de auteur");
        submit("button[value=hide]");
        assertThat(text("main .trouble")).contains("Klacht van de auteur");
        assertThat(getJson("/api/resources/" + lesson).has("url")).isFalse();

        submit("main .trouble button");

        assertThat(getJson("/api/resources/" + lesson).path("title").asString()).isEqualTo("Les 3 over hout");
    }

    @Test
    void aRunIsWatchedStoppedAndGoesOnWhereItWas() {
        PUBLISHER.offersArticles("/traag", 4);
        PUBLISHER.holdsBack(path -> path.equals("/traag/4"));
        make("console-traag", "Vakblad dat dawdelt", "/traag");
        visit("/operate/sources/console-traag");
        submit("button[value=INCREMENTAL]");
        awaitText(FOUND, "3");
        shows(() -> assertThat(text(".log")).contains("/traag/1"));

        submit("#actions button.danger");
        awaitState("gestopt");
        PUBLISHER.releases();
        awaitText("#actions button.second", "Verdergaan waar hij was");
        submit("#actions button.second");

        awaitState("gelukt");
        shows(() -> assertThat(text(FOUND)).isEqualTo("4"));
        browser.navigate().refresh();
        assertThat(text(".lead")).contains("2");
    }

    /** The page shows it by itself, without being loaded again. */
    private static void awaitState(String state) {
        awaitText(".progress [role=status]", state);
    }

    private static void awaitText(String selector, String start) {
        shows(() -> assertThat(text(selector)).startsWith(start));
    }

    /** Of a page that may put something else in place of what is read just then. */
    private static void shows(ThrowingRunnable sign) {
        await().ignoreExceptionsInstanceOf(WebDriverException.class).untilAsserted(sign);
    }

    @Test
    void anythingIsFoundByItsWords() {
        visit("/operate");
        chromium.leaving(() -> browser.findElement(By.id("find")).sendKeys("vakblad van de console", Keys.ENTER));
        assertThat(text("main")).contains("Vakblad van de console");
    }

    private static List<String> pages() {
        JsonNode runs = getJson("/api/runs?source=" + BROKEN).path("runs");
        return List.of(
                "/operate",
                "/operate/runs",
                "/operate/sources",
                "/operate/sources/" + WELL,
                "/operate/sources/" + BROKEN,
                "/operate/sources/" + WELL + "/edit",
                "/operate/runs/" + runs.at("/0/id").asLong(),
                "/operate/items/" + LESSON,
                "/operate/items/" + LESSON + "/history",
                "/operate/items/" + LESSON + "/trades",
                "/operate/items/" + LESSON + "/fields/title",
                "/operate/items/" + LESSON + "/fields/audiences",
                "/operate/items/" + LESSON + "/fields/licence",
                "/operate/corrections",
                "/operate/alerts",
                "/operate/coverage",
                "/operate/coverage/trades/hout",
                "/operate/coverage/records?trade=hout",
                "/operate/coverage/programmes",
                "/operate/coverage/report",
                "/operate/quality",
                "/operate/takedowns",
                "/operate/removals",
                "/operate/registrations",
                "/operate/find?q=console",
                "/operate/me",
                "/operate/accounts",
                "/operate/audit",
                "/operate/runs/999999999");
    }

    @Test
    void noPageBreaksTheRulesOfAccessibility() {
        for (String page : pages()) {
            visit(page);
            assertThat(chromium.violations()).as(page).isEmpty();
            assertThat(browser.executeScript("return document.compatMode"))
                    .as("how browsers lay out " + page)
                    .isEqualTo("CSS1Compat");
        }
    }

    @Test
    void whatIsReadInTheDarkStandsOut() {
        JsonNode runs = getJson("/api/runs?source=" + BROKEN).path("runs");
        for (String page : List.of(
                "/operate",
                "/operate/sources/" + BROKEN,
                "/operate/runs/" + runs.at("/0/id").asLong(),
                "/operate/items/" + LESSON,
                "/operate/items/" + LESSON + "/history")) {
            visit(page);
            assertThat(chromium.violationsInTheDark()).as(page).isEmpty();
        }
    }

    @Test
    void aPhoneShowsEveryPageWithoutScrollingSideways() {
        chromium.asPhone();
        for (String page : pages()) {
            visit(page);
            assertThat(chromium.width()).as(page).isLessThanOrEqualTo(320);
        }
        chromium.asDesk();
    }

    @Test
    void onAPhoneTheKeyboardOpensTheMenuAndFollowsIt() {
        chromium.asPhone();
        visit("/operate");
        WebElement menu = browser.findElement(By.id("pages"));
        assertThat(menu.isDisplayed()).isFalse();

        press("[popovertarget=pages]");
        assertThat(menu.isDisplayed()).isTrue();
        chromium.leaving(() ->
                menu.findElement(By.cssSelector("a[href='/operate/removals']")).sendKeys(Keys.ENTER));

        assertThat(text("h1")).isEqualTo("Verwijderingen");
        chromium.asDesk();
    }

    /** For the README and docs: with {@code -Dvakoogst.pictures=docs}; else nothing is written. */
    @Test
    void picturesAreMadeWhereAsked() {
        Optional<Path> folder =
                Optional.ofNullable(System.getProperty("vakoogst.pictures")).map(Path::of);
        Assumptions.assumeTrue(folder.isPresent(), "no pictures are wanted");
        visit("/operate?lang=en");
        chromium.picture(folder.get().resolve("console.png"));
        JsonNode runs = getJson("/api/runs?source=" + BROKEN).path("runs");
        visit("/operate/runs/" + runs.at("/0/id").asLong() + "?lang=en");
        chromium.picture(folder.get().resolve("console-run.png"));
        visit("/operate/items/" + LESSON + "?lang=en");
        chromium.picture(folder.get().resolve("console-item.png"));
        visit("/operate?lang=nl");
    }

    @Test
    void withoutScriptsEverythingStillWorks() {
        try (Chromium unscripted = Chromium.withoutScripts()) {
            ChromeDriver without = unscripted.driver();
            signIn(unscripted);
            without.get(uri("/operate/sources/" + WELL).toString());
            unscripted.leaving(() ->
                    without.findElement(By.cssSelector("button[value=FULL]")).click());
            String run = without.getCurrentUrl();
            await().untilAsserted(() -> {
                without.get(run);
                assertThat(without.findElement(By.cssSelector(".progress [role=status]"))
                                .getText())
                        .startsWith("gelukt");
            });
        }
    }
}
