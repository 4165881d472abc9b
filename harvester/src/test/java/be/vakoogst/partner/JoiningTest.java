package be.vakoogst.partner;

import static be.vakoogst.application.TestApplication.administrator;
import static be.vakoogst.application.TestApplication.post;
import static be.vakoogst.application.TestApplication.until;
import static be.vakoogst.application.TestApplication.uri;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.vakoogst.application.TestApplication;
import be.vakoogst.browser.Chromium;
import be.vakoogst.publisher.Publisher;
import com.deque.html.axecore.results.Rule;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** From a publisher with one URL to its items, found under their trades: in a real browser; skipped where there is none. */
class JoiningTest {

    private static final Publisher PUBLISHER = new Publisher();
    private static Chromium chromium;
    private static ChromeDriver browser;

    @BeforeAll
    static void start() {
        Chromium.require();
        PUBLISHER.serves("/", "text/html", """
                <html lang=nl><head><title>De Zwaluw</title><link rel=alternate type="application/rss+xml" href="/feed/"></head>
                <body>Schrijnwerkerij</body></html>""");
        PUBLISHER.serves("/feed/", "application/rss+xml", """
                <rss version="2.0"><channel><title>De Zwaluw</title>
                <item><title>Zwaluwstaartverbinding uitzagen met de korvandel</title><link>/zwaluw</link></item>
                </channel></rss>""");
        PUBLISHER.serves(
                "/zwaluw",
                "text/html",
                "<html lang=nl><title>Zwaluwstaartverbinding uitzagen met de korvandel</title><p>Houtbewerking met beitel en schaaf.</html>");
        chromium = Chromium.open();
        browser = chromium.driver();
    }

    @AfterAll
    static void stop() {
        PUBLISHER.close();
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void fromOneAddressToItemsThatAreFoundUnderTheirTrade() {
        browser.get(uri("/partner?lang=nl").toString());
        assertIsAccessible();
        fill("url", PUBLISHER.url("/").toString());
        submitWith("url");
        WebElement organisation = awaited(By.id("organisation"));
        assertThat(browser.getPageSource()).contains("korvandel", "Geen licentie");
        assertIsAccessible();

        organisation.sendKeys("De Zwaluw");
        fill("contact", "Jan Schaaf");
        fill("email", "jan@zwaluw.example");
        browser.findElement(By.name("agreed")).click();
        submitWith("organisation");
        awaited(By.id("history"));
        String id = browser.getCurrentUrl().replaceAll(".*/registrations/([0-9a-f]+).*", "$1");

        browser.get(uri(Partners.confirmation(id)).toString());
        assertThat(browser.getPageSource()).contains("ingediend");
        assertThat(post("/api/registrations/" + id + "/approve", "{}", administrator())
                        .statusCode())
                .isEqualTo(200);
        until("/api/search?q=korvandel&trade=hout", found -> found.path("total").asInt() == 1);

        browser.get(uri("/?lang=nl&q=korvandel&trade=hout").toString());
        assertThat(browser.getPageSource()).contains("Zwaluwstaartverbinding uitzagen");
        until(
                "/api/partner/registrations/" + id + "/standing",
                standing -> !standing.path("quality").isEmpty());
        for (String page : List.of("", "/items")) {
            browser.get(uri("/partner/registrations/" + id + page + "?lang=nl").toString());
            assertIsAccessible();
        }
        assertThat(browser.getPageSource()).contains("korvandel");
        browser.get(uri("/partner/validate?lang=fr").toString());
        assertIsAccessible();
        assertThat(TestApplication.getAsAnybody("/partner?lang=en").body()).contains("For publishers");
    }

    private static void fill(String id, String text) {
        WebElement field = browser.findElement(By.id(id));
        field.clear();
        field.sendKeys(text);
    }

    private static void submitWith(String field) {
        browser.findElement(By.id(field))
                .findElement(By.xpath("ancestor::form//button[@type='submit']"))
                .click();
    }

    private static WebElement awaited(By what) {
        await().ignoreExceptionsInstanceOf(WebDriverException.class)
                .until(() -> !browser.findElements(what).isEmpty());
        return browser.findElement(what);
    }

    private static void assertIsAccessible() {
        assertThat(Chromium.axe().analyze(browser).getViolations())
                .as(browser.getCurrentUrl())
                .extracting(Rule::getId)
                .isEmpty();
    }
}
