package be.vakoogst.browser;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium, without a window. */
public final class Chromium implements AutoCloseable {

    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChromeDriver driver;

    private Chromium(Map<String, Object> preferences) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=nl");
        options.setExperimentalOption("prefs", preferences);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        asDesk();
    }

    /** Skips the tests of the calling class where it is not installed. */
    public static void require() {
        Assumptions.assumeTrue(Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER), "Chromium is not installed");
    }

    public static Chromium open() {
        return new Chromium(Map.of());
    }

    public static Chromium withoutScripts() {
        return new Chromium(Map.of("profile.managed_default_content_settings.javascript", 2));
    }

    public ChromeDriver driver() {
        return driver;
    }

    /** Does what leads to another page, and waits until this one is left: the browser would else still answer from it. */
    public void leaving(Runnable act) {
        WebElement page = driver.findElement(By.tagName("html"));
        act.run();
        new WebDriverWait(driver, PATIENCE)
                .ignoring(WebDriverException.class)
                .until(ExpectedConditions.stalenessOf(page));
    }

    /** Light or dark. */
    private void in(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** 320 pixels wide. */
    public void asPhone() {
        driver.manage().window().setSize(new Dimension(320, 640));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 320, "height", 640, "deviceScaleFactor", 1, "mobile", true));
    }

    public void asDesk() {
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        driver.manage().window().setSize(new Dimension(1280, 900));
    }

    /** Within the page: what it does in a window of its own has to be there within a second, which a busy machine is not. */
    @SuppressWarnings("deprecation") // The other way is for pages with frames of other sites; ours have none.
    public static AxeBuilder axe() {
        return new AxeBuilder().setLegacyMode();
    }

    /** What the page breaks of the Web Content Accessibility Guidelines 2.2, level AA, and of axe's own advice. */
    public List<Rule> violations() {
        return axe().withTags(RULES).analyze(driver).getViolations();
    }

    /** Of what depends on colours, while the visitor wants dark ones. */
    public List<Rule> violationsInTheDark() {
        in("dark");
        try {
            return axe().withOnlyRules(List.of("color-contrast", "link-in-text-block"))
                    .analyze(driver)
                    .getViolations();
        } finally {
            in("light");
        }
    }

    /** Of the whole page, in pixels. */
    public long width() {
        return (Long) driver.executeScript("return document.documentElement.scrollWidth");
    }

    /** The whole page, into a PNG file. */
    public void picture(Path file) {
        Map<String, Object> shot = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, Base64.getDecoder().decode((String) shot.get("data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
