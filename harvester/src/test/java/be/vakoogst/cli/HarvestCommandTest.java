package be.vakoogst.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.vakoogst.fetch.FetchSettings;
import be.vakoogst.publisher.Publisher;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HarvestCommandTest {

    private final StringWriter said = new StringWriter();
    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    private Path config;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            harvest --dry-run                                                | source id or URL
            harvest onbekend --dry-run                                       | onbekend
            harvest http:///pad --dry-run                                    | URL with a host
            harvest http://voorbeeld.be/ --out r.jsonl                       | --dry-run
            harvest http://voorbeeld.be/ --failures f.jsonl                  | --dry-run
            harvest http://voorbeeld.be/ --dry-run --mode snel               | incremental, full
            harvest http://voorbeeld.be/ --dry-run --delay snel              | --delay
            harvest http://voorbeeld.be/ --dry-run --concurrency 0           | --concurrency
            harvest http://voorbeeld.be/ --dry-run --connector post          | feed, sitemap
            harvest http://voorbeeld.be/ --dry-run --out /nergens/r.jsonl    | /nergens/r.jsonl
            harvest --dry-run --from /nergens/bronnen.txt                    | /nergens/bronnen.txt
            harvest http://voorbeeld.be/ --dry-run --onzin                   | --onzin
            """)
    void wrongUseIsExplainedAndEndsWithTwo(String line, String explained) {
        int exit = CommandLineInterface.run(around(), line.strip().split(" "));

        assertThat(exit).isEqualTo(2);
        assertThat(said.toString()).contains(explained);
    }

    @Test
    void aDryRunFetchesAsTheApplicationIsConfiguredTo() throws IOException {
        Files.writeString(
                config.resolve("application.yml"), "vakoogst: {fetch: {total: 5s, max-size: 1MB, retries: 0}}");
        environment.put("VAKOOGST_ALLOW_PRIVATE", "127.0.0.1, 10.0.0.0/8");
        environment.put("VAKOOGST_FETCH_RETRIES", "1");

        FetchSettings settings = DryRunSettings.fetch(around());

        assertThat(settings.total()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.maxSize().toMegabytes()).isEqualTo(1);
        assertThat(settings.retries()).isEqualTo(1);
        assertThat(settings.maxRedirects()).isEqualTo(10);
        assertThat(settings.allowPrivate()).containsExactly("127.0.0.1", "10.0.0.0/8");
    }

    @Test
    void aDryRunOfAPlainPageGivesItsRecordWithOneRequest() {
        try (Publisher publisher = new Publisher()) {
            publisher.serves(
                    "/les",
                    "text/html",
                    "<html lang=nl><title>Wringkozijn pleisteren</title><h1>Wringkozijn pleisteren</h1>");
            environment.put("VAKOOGST_ALLOW_PRIVATE", "127.0.0.1");
            PrintWriter out = new PrintWriter(said, true);
            environment.put("VAKOOGST_CONFIG", "../config");

            int exit = CommandLineInterface.run(
                    new Surroundings(Object.class, environment, out, out),
                    "harvest",
                    publisher.url("/les").toString(),
                    "--dry-run");

            assertThat(exit).as(said.toString()).isZero();
            assertThat(said.toString()).contains("Wringkozijn pleisteren").contains("harvestedFrom");
            assertThat(publisher.requestsTo("/les")).isOne();
        }
    }

    @Test
    void withoutAConfigurationTheDefaultsHold() {
        FetchSettings settings = DryRunSettings.fetch(around());

        assertThat(settings.connect()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.allowPrivate()).isEmpty();
    }

    @Test
    void aWrongSettingIsNamedWithWhatIsAllowed() throws IOException {
        Files.writeString(config.resolve("application.yml"), "vakoogst: {fetch: {max-redirects: 99}}");

        assertThatThrownBy(() -> DryRunSettings.fetch(around()))
                .isInstanceOf(CommandFailed.class)
                .hasMessage("vakoogst.fetch.max-redirects is '99' and must be 0 to 50");
    }

    private Surroundings around() {
        environment.put("VAKOOGST_CONFIG", config.toString());
        PrintWriter out = new PrintWriter(said, true);
        return new Surroundings(Object.class, environment, out, out);
    }
}
